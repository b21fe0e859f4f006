import { describe, expect, it } from 'vitest'
import type { Paths } from '@/api/insights'
import { funnelOf } from '@/places/insights/funnelQuery'
import { pathsTable } from '@/places/insights/pathsTable'
import { layOutPaths } from '@/places/insights/sankeyLayout'

const paths: Paths = {
  nodes: [
    { id: '1/view', step: 1, event: 'view', people: 100, ended: 40 },
    { id: '2/add', step: 2, event: 'add', people: 50, ended: 50 },
    { id: '2/buy', step: 2, event: 'buy', people: 10, ended: 10 },
  ],
  links: [
    { source: '1/view', target: '2/add', people: 50 },
    { source: '1/view', target: '2/buy', people: 10 },
  ],
}

describe('the picture of paths', () => {
  it('gives every person the same height, in boxes and ribbons', () => {
    const { boxes, ribbons } = layOutPaths(paths, 600, 300)
    const each = boxes[0]!.height / 100
    for (const box of boxes) expect(box.height).toBeCloseTo(box.people * each, 5)
    for (const ribbon of ribbons) expect(ribbon.width).toBeCloseTo(ribbon.people * each, 5)
  })

  it('fills a box with what goes on and what ends', () => {
    const { boxes, ribbons } = layOutPaths(paths, 600, 300)
    const view = boxes.find(({ id }) => id === '1/view')!
    const onward = ribbons
      .filter(({ source }) => source === view.id)
      .reduce((sum, { width }) => sum + width, 0)
    expect(onward + view.endedHeight).toBeCloseTo(view.height, 5)
  })

  it('puts each step in a column of its own', () => {
    const { boxes } = layOutPaths(paths, 600, 300)
    expect(boxes.map(({ x }) => x)).toEqual([0, 588, 588])
  })

  it('stands without links', () => {
    expect(layOutPaths({ nodes: [paths.nodes[1]!], links: [] }, 600, 300).boxes).toHaveLength(1)
  })
})

describe('the funnel in the address', () => {
  it('has usual steps when nothing is said', () => {
    expect(funnelOf({})).toEqual({
      steps: ['Product Viewed', 'Product Added', 'Order Completed'],
      within: 'P7D',
    })
  })

  it('takes one step or several, and at most eight', () => {
    expect([funnelOf({ step: 'a' }).steps, funnelOf({ step: Array(20).fill('a') }).steps.length]).toEqual([
      ['a'],
      8,
    ])
  })
})

describe('the table of paths', () => {
  it('has each way and then those who went no further', () => {
    const names = new Map(paths.nodes.map(({ id, event }) => [id, event]))
    expect(pathsTable(paths, names, 'ended').trim().split(/\r?\n/)).toEqual([
      'from_step,from,to,people',
      '1,view,add,50',
      '1,view,buy,10',
      '1,view,ended,40',
      '2,add,ended,50',
      '2,buy,ended,10',
    ])
  })
})
