import { describe, expect, it } from 'vitest'
import { whole, type Plan } from '@/api/plan'
import { changesBetween } from '@/places/journeys/plan/changes'
import { fresh, insert, link, move, newId, removeNode, tidy } from '@/places/journeys/plan/edit'
import { copy, parse, paste } from '@/places/journeys/plan/fragment'
import { ENTRY, edgesOf, reachable, targetOf } from '@/places/journeys/plan/graph'
import { CARD, layOut, neighbour } from '@/places/journeys/plan/layout'

const plan: Plan = whole({
  name: 'Cart drop',
  start: 'wait-1',
  nodes: {
    'wait-1': { kind: 'wait', duration: 'P3D', from: 'latest', next: 'branch-1' },
    'branch-1': {
      kind: 'branch',
      cases: [{ label: 'Regular', when: { all: [] }, next: 'message-1' }],
      otherwise: 'exit-1',
    },
    'message-1': { kind: 'message', channel: 'email', next: 'exit-1' },
    'exit-1': { kind: 'exit', outcome: 'completed' },
  },
})

describe('editing a plan', () => {
  it('puts a node between two', () => {
    const next = insert(plan, 'wait-1', 'next', 'wait-2', fresh('wait', 'A'))
    expect([targetOf(next, 'wait-1', 'next'), targetOf(next, 'wait-2', 'next')]).toEqual([
      'wait-2',
      'branch-1',
    ])
  })

  it('leads a new branch on by its first answer', () => {
    const next = insert(plan, ENTRY, 'start', 'branch-2', fresh('branch', 'A'))
    expect([
      next.start,
      targetOf(next, 'branch-2', 'case:0'),
      targetOf(next, 'branch-2', 'otherwise'),
    ]).toEqual(['branch-2', 'wait-1', undefined])
  })

  it('closes the gap that a removed node leaves', () => {
    const next = removeNode(plan, 'branch-1')
    expect([targetOf(next, 'wait-1', 'next'), 'branch-1' in next.nodes]).toEqual(['message-1', false])
  })

  it('leaves the way open when what it led to was the end', () => {
    const next = removeNode(plan, 'exit-1')
    expect(
      edgesOf(next)
        .filter(({ to }) => !to)
        .map(({ id }) => id),
    ).toEqual(['branch-1/otherwise', 'message-1/next'])
  })

  it('does not lead a node that loops to itself into itself when it is removed', () => {
    const loop = link(plan, 'message-1', 'next', 'message-1')
    expect(targetOf(removeNode(loop, 'message-1'), 'branch-1', 'case:0')).toBeUndefined()
  })

  it('leaves the old plan as it was', () => {
    const before = JSON.stringify(plan)
    removeNode(insert(plan, 'wait-1', 'next', 'wait-2', fresh('wait', 'A')), 'branch-1')
    expect(JSON.stringify(plan)).toBe(before)
  })

  it('gives the first free id', () => {
    expect([newId(plan, 'wait'), newId(plan, 'exit')]).toEqual(['wait-2', 'exit-2'])
  })

  it('knows what cannot be reached', () => {
    expect([...reachable(link(plan, 'wait-1', 'next', 'exit-1'))].sort()).toEqual(['exit-1', 'wait-1'])
  })

  it('sees through a way to a node that is gone', () => {
    expect(targetOf(link(plan, 'wait-1', 'next', 'gone'), 'wait-1', 'next')).toBeUndefined()
  })
})

describe('copying nodes', () => {
  it('keeps the ways between them and opens those that lead out', () => {
    const fragment = copy(plan, ['branch-1', 'message-1'], layOut(plan))!
    const pasted = paste(plan, parse(JSON.stringify(fragment))!)
    expect(pasted.ids).toEqual(['branch-2', 'message-2'])
    expect([
      targetOf(pasted.plan, 'branch-2', 'case:0'),
      targetOf(pasted.plan, 'branch-2', 'otherwise'),
    ]).toEqual(['message-2', undefined])
  })

  it('takes nothing from a clipboard that holds something else', () => {
    expect([parse('hello'), parse('{"nodes":{}}')]).toEqual([undefined, undefined])
  })
})

describe('the layout', () => {
  it('never moves what the author placed', () => {
    const placed = move(move(plan, 'wait-1', { x: 800, y: 40 }), 'exit-1', { x: -304, y: 16 })
    const at = layOut(placed)
    expect([at['wait-1'], at['exit-1']]).toEqual([
      { x: 800, y: 40 },
      { x: -304, y: 16 },
    ])
  })

  it('lets no two cards overlap', () => {
    const grown = Array.from({ length: 40 }).reduce<Plan>((now, _, index) => {
      const from = index % 3 === 0 ? 'branch-1' : Object.keys(now.nodes).at(-1)!
      const kind = index % 5 === 0 ? 'branch' : 'wait'
      const port = now.nodes[from]!.kind === 'branch' ? 'otherwise' : 'next'
      return insert(now, from, port, newId(now, kind), fresh(kind, 'A'))
    }, plan)
    const at = Object.entries(layOut(grown)).filter(([id]) => !id.startsWith('open:'))
    const clash = at.filter(([id, a]) =>
      at.some(
        ([other, b]) => id !== other && Math.abs(a.x - b.x) < CARD.width && Math.abs(a.y - b.y) < CARD.height,
      ),
    )
    expect(clash).toEqual([])
  })

  it('goes from top to bottom along every way', () => {
    const at = layOut(plan)
    const upward = edgesOf(plan).filter(({ from, to }) => to && at[to]!.y <= at[from]!.y)
    expect(upward).toEqual([])
  })

  it('ends although the ways go in a circle', () => {
    expect(Object.keys(layOut(link(plan, 'message-1', 'next', 'wait-1')))).toContain('exit-1')
  })

  it('gives the arrow keys the nearest node in that direction', () => {
    const at = layOut(plan)
    expect([
      neighbour(at, ENTRY, 'down'),
      neighbour(at, 'wait-1', 'up'),
      neighbour(at, 'message-1', 'left'),
    ]).toEqual(['wait-1', ENTRY, undefined])
  })
})

describe('the changes between two editions', () => {
  it('name what was added, removed and changed, whatever the order of members', () => {
    const next = {
      ...removeNode(insert(plan, 'wait-1', 'next', 'wait-2', fresh('wait', 'A')), 'message-1'),
      name: 'Other',
    }
    expect(changesBetween(plan, next)).toEqual([
      { what: 'name' },
      { what: 'changed', node: 'wait-1' },
      { what: 'changed', node: 'branch-1' },
      { what: 'removed', node: 'message-1' },
      { what: 'added', node: 'wait-2' },
    ])
  })

  it('are none for where things stand on the canvas', () => {
    expect(changesBetween(tidy(plan), move(plan, 'wait-1', { x: 8, y: 8 }))).toEqual([])
  })
})
