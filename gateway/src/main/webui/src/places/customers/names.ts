import type { Profile } from '@/api/customers'

/** What people call a customer: their name, else an address, else their user id. */
export function nameOf(profile: Profile): string {
  const { traits = {}, identities = {} } = profile
  const parts = [traits.first_name ?? traits.firstName, traits.last_name ?? traits.lastName].filter(Boolean)
  const candidates = [traits.name, parts.join(' '), traits.email, identities.email, identities.user]
  return String(candidates.find((each) => typeof each === 'string' && each !== '') ?? '')
}
