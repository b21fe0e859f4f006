const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'opacity',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
  'text-decoration',
  'paint-order',
  'stroke-linejoin',
]
const SCALE = 2
const MARGIN = 16

/** The picture as a file of its own: what the page's styles say is written into it. */
export function svgText(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement
  const originals = [picture, ...picture.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  originals.forEach((original, index) => {
    const style = getComputedStyle(original)
    const own = KEPT.map((name) => [name, style.getPropertyValue(name)] as const).filter(([, value]) => value)
    copies[index]!.setAttribute('style', own.map(([name, value]) => `${name}:${value}`).join(';'))
  })
  const { width, height } = picture.viewBox.baseVal
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('viewBox', `${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`)
  copy.setAttribute('width', String(width + 2 * MARGIN))
  copy.setAttribute('height', String(height + 2 * MARGIN))
  copy.prepend(ground(copy, getComputedStyle(picture).getPropertyValue('--surface') || '#fff', width, height))
  return new XMLSerializer().serializeToString(copy)
}

function ground(picture: SVGSVGElement, colour: string, width: number, height: number): SVGRectElement {
  const rect = picture.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'rect')
  const box = {
    x: -MARGIN,
    y: -MARGIN,
    width: width + 2 * MARGIN,
    height: height + 2 * MARGIN,
    fill: colour.trim(),
  }
  for (const [name, value] of Object.entries(box)) rect.setAttribute(name, String(value))
  return rect
}

export async function pngOf(picture: SVGSVGElement): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(picture))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width * SCALE
  canvas.height = image.height * SCALE
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large for a PNG'))),
      'image/png',
    ),
  )
}

export function download(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(link.href), 1_000)
}
