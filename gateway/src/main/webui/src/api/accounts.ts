import type { KnownTrait } from './customers'
import { get, type Page } from './workspace'

/** A company, a team, a household: whatever customers belong to. */
export interface Account {
  id: string
  /** Of which type of groups it is, where groups have types. */
  groupType?: string
  /** What the workspace's own systems call it. */
  groupId: string
  name?: string
  members: number
  traits?: Record<string, KnownTrait>
}

export interface AccountMember {
  customer: string
  since: string
  said: string
  name?: string
  email?: string
  userId?: string
}

export const account = (id: string) => get<Account>(`/accounts/${id}`)
export const accountMembers = (id: string, after?: string) =>
  get<Page<AccountMember>>(`/accounts/${id}/members`, { after, limit: 50 })
