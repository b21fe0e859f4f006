import { timeline, type Profile } from '@/api/customers'
import type { Sample } from '@/api/messages'

/** Someone who does not exist, for a workspace in which nobody has dropped a cart yet. */
export function inventedSample(): Sample {
  const items = [
    { product_id: 'sku-1', name: 'Blue mug', price: 18, currency: 'USD', quantity: 1 },
    { product_id: 'sku-2', name: 'Linen apron', price: 42, currency: 'USD', quantity: 2 },
  ]
  return {
    profile: {
      id: '9b2f6c1e-0000-5000-8000-000000000001',
      identities: { user: 'user-1', email: 'mei@example.com' },
      traits: { name: 'Mei Lin', email: 'mei@example.com' },
    },
    trigger: { name: 'Product Added', properties: { cart_id: 'cart-1', ...items[0] } },
    collections: { cart: items },
  }
}

/** A real customer: what is known of them, their latest event with a cart, and what it gathered. */
export async function sampleOf(id: string, known: Profile): Promise<Sample> {
  const profile = { id, ...known }
  const { items } = await timeline(id)
  const added = items.filter(
    ({ type, properties }) =>
      type === 'event' && properties?.product_id !== undefined && properties.cart_id !== undefined,
  )
  const latest = added[0] ?? items.find(({ type }) => type === 'event')
  if (!latest) return { ...inventedSample(), profile }
  const cart = new Map<unknown, Record<string, unknown>>()
  for (const { properties } of added) {
    if (properties && properties.cart_id === latest.properties?.cart_id && !cart.has(properties.product_id)) {
      cart.set(properties.product_id, properties)
    }
  }
  return {
    profile,
    trigger: {
      event: latest.id,
      name: latest.name,
      properties: latest.properties ?? {},
      occurredAt: latest.at,
    },
    collections: { cart: [...cart.values()] },
  }
}
