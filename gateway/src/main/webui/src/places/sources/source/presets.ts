/** Proper names of those whose webhooks have a preset. */
const NAMES: Record<string, string> = {
  stripe: 'Stripe',
  shopify: 'Shopify',
  hubspot: 'HubSpot',
  zendesk: 'Zendesk',
  sendgrid: 'SendGrid',
  twilio: 'Twilio',
  line: 'LINE',
}

export const presetName = (preset: string, t: (key: string) => string): string => {
  if (preset === 'hmac') return t('webhooks.hmac')
  return NAMES[preset] ?? (preset === 'none' ? t('webhooks.unsigned') : preset)
}
