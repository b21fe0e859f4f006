import type { SignatureRule, SourceChange, Webhook } from '@/api/sources'
import type { WebhookPreset } from '@/api/webhooks'

export const presetIds = [
  'stripe',
  'shopify',
  'hubspot',
  'zendesk',
  'sendgrid',
  'twilio',
  'line',
  'hmac',
  'none',
] as const

/** Webhook settings as a form holds them; the secret begins empty, because nobody is told it again. */
export interface WebhookDraft {
  preset: string
  secret: string
  rule: SignatureRule
  mapping: string
}

const RULE: SignatureRule = { header: 'X-Signature', hash: 'sha256', encoding: 'hex', signed: '{body}' }

export const draftOf = (webhook: Webhook | undefined): WebhookDraft => ({
  preset: webhook?.preset ?? 'stripe',
  secret: '',
  rule: { ...RULE, ...webhook?.rule },
  mapping: webhook?.mapping ?? '',
})

/** The mapping that counts: one's own, else the preset's. */
export const mappingOf = (draft: WebhookDraft, presets: WebhookPreset[]): string =>
  draft.mapping.trim()
    ? draft.mapping
    : (presets.find(({ preset }) => preset === draft.preset)?.mapping ?? '')

export function changeOf(draft: WebhookDraft): SourceChange['webhook'] {
  const { header, hash, encoding, prefix, timestampHeader, signed } = draft.rule
  return {
    preset: draft.preset,
    ...(draft.secret ? { secret: draft.secret } : {}),
    ...(draft.preset === 'hmac'
      ? {
          rule: {
            header: header.trim(),
            hash,
            encoding,
            signed,
            ...(prefix ? { prefix } : {}),
            ...(timestampHeader?.trim() ? { timestampHeader: timestampHeader.trim() } : {}),
          },
        }
      : {}),
    ...(draft.mapping.trim() ? { mapping: draft.mapping } : {}),
  }
}

/** Whether a secret must be given: one is needed, and the one that is known belongs to another preset. */
export const lacksSecret = (draft: WebhookDraft, known: Webhook | undefined): boolean =>
  draft.preset !== 'none' && draft.secret === '' && !(known?.secretSet && known.preset === draft.preset)

/** A timestamp is signed exactly when a header says it. */
export const ruleFits = ({ header, signed, timestampHeader }: SignatureRule): boolean =>
  header.trim() !== '' &&
  signed.includes('{body}') &&
  signed.includes('{timestamp}') === !!timestampHeader?.trim()

/** "name: value" lines as headers, names in lower case. */
export function headersIn(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split('\n')
      .map((line) => /^\s*([^:\s]+)\s*:\s*(.*?)\s*$/.exec(line))
      .filter((match) => match !== null)
      .map(([, name = '', value = '']) => [name.toLowerCase(), value]),
  )
}

export const headerText = (headers: Record<string, string>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')

/** JSON with its lines; what is no JSON, such as a form, as it stands. */
export function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
