import { get, post, type Page } from './workspace'

export interface WebhookExample {
  name: string
  headers: Record<string, string>
  body: string
}

/** A provider whose webhooks can be taken: a proper name, how it signs, and what its bodies become. */
export interface WebhookPreset {
  preset: string
  name: string
  /** The header that is checked, where the preset says it. */
  signature?: string
  secret: 'shared' | 'publicKey' | 'none'
  mapping: string
  examples: WebhookExample[]
}

export interface DryRunAsk {
  preset: string
  mapping?: string
  headers?: Record<string, string>
  body: string
}

export interface WebhookDryRun {
  outcome: 'events' | 'ignored' | 'failed'
  events: Record<string, unknown>[]
  refused: { index: number; reason: string; detail: string }[]
  error?: { detail: string; line?: number; column?: number }
}

export const webhookPresets = () => get<Page<WebhookPreset>>('/webhooks/presets')
export const tryWebhook = (ask: DryRunAsk) => post<WebhookDryRun>('/webhooks/dry-run', ask)
