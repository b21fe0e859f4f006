import { sankey, sankeyLeft, sankeyLinkHorizontal } from 'd3-sankey'
import type { PathNode, Paths } from '@/api/insights'

export interface Box extends PathNode {
  x: number
  y: number
  width: number
  height: number
  /** The part of the height that stands for those who ended here. */
  endedHeight: number
}

export interface Ribbon {
  id: string
  source: string
  target: string
  people: number
  width: number
  path: string
}

export const BOX_WIDTH = 12
const PADDING = 18

interface Placed {
  id: string
  step: number
  value?: number
  fixedValue: number
  x0?: number
  y0?: number
  y1?: number
}

/** d3-sankey's layout with each column a step, and heights by people: what goes in comes out or ends. */
export function layOutPaths(
  paths: Paths,
  width: number,
  height: number,
): { boxes: Box[]; ribbons: Ribbon[] } {
  const first = Math.min(...paths.nodes.map(({ step }) => step))
  const nodes: Placed[] = paths.nodes.map(({ id, step, people }) => ({
    id,
    step: step - first,
    fixedValue: people,
  }))
  const known = new Set(nodes.map(({ id }) => id))
  const links = paths.links
    .filter(({ source, target, people }) => people > 0 && known.has(source) && known.has(target))
    .map(({ source, target, people }) => ({ source, target, value: people }))
  const steps = Math.max(...nodes.map(({ step }) => step)) + 1
  const place = sankey<Placed, object>()
    .nodeId(({ id }) => id)
    .nodeAlign(links.length > 0 ? (node) => node.step : sankeyLeft)
    .nodeWidth(BOX_WIDTH)
    .nodePadding(PADDING)
    .extent([
      [0, 4],
      [width, height - 4],
    ])
  const graph = place({ nodes, links })
  const columns = steps > 1 ? (width - BOX_WIDTH) / (steps - 1) : 0
  const byId = new Map(paths.nodes.map((node) => [node.id, node]))
  for (const node of graph.nodes) {
    node.x0 = node.step * columns
    node.x1 = node.x0 + BOX_WIDTH
  }
  const line = sankeyLinkHorizontal<Placed, object>()
  return {
    boxes: graph.nodes.map((node) => boxOf(byId.get(node.id)!, node)),
    ribbons: graph.links.map((link) => {
      const [source, target] = [link.source as Placed, link.target as Placed]
      return {
        id: `${source.id}→${target.id}`,
        source: source.id,
        target: target.id,
        people: link.value,
        width: Math.max(1, link.width ?? 1),
        path: line(link) ?? '',
      }
    }),
  }
}

function boxOf(node: PathNode, placed: Placed): Box {
  const height = Math.max(2, (placed.y1 ?? 0) - (placed.y0 ?? 0))
  return {
    ...node,
    x: placed.x0 ?? 0,
    y: placed.y0 ?? 0,
    width: BOX_WIDTH,
    height,
    endedHeight: node.people ? (height * node.ended) / node.people : 0,
  }
}
