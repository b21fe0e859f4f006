/** What to paste into a terminal to see a first event arrive; the key is the source's, shown once. */
export function sampleCurl(writeKey = '$WRITE_KEY', collector = collectorUrl()): string {
  const body = {
    userId: 'user-1',
    event: 'Product Added',
    properties: { cart_id: 'cart-1', product_id: 'sku-1', name: 'Blue mug', price: 18 },
  }
  return [
    `curl ${collector}/v1/track \\`,
    `  -u "${writeKey}:" \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(body)}'`,
  ].join('\n')
}

/** Where events are sent: said by the page that the gateway serves, else where the page came from. */
export function collectorUrl(): string {
  const said = document.querySelector<HTMLMetaElement>('meta[name="itinera-collector"]')?.content
  return said || window.location.origin
}

/** The same with the browser SDK. */
export function sampleScript(writeKey = '$WRITE_KEY', collector = collectorUrl()): string {
  return [
    `import { AnalyticsBrowser } from '@segment/analytics-next'`,
    ``,
    `const analytics = AnalyticsBrowser.load(`,
    `  { writeKey: '${writeKey}' },`,
    `  { integrations: { 'Segment.io': { apiHost: '${collector.replace(/^https?:\/\//, '')}/v1', protocol: '${collector.split(':')[0]}' } } },`,
    `)`,
    `analytics.track('Product Added', { cart_id: 'cart-1', product_id: 'sku-1' })`,
  ].join('\n')
}
