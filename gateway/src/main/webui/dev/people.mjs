// Whom the shop knows.
import { ago, uuid } from './random.mjs'
import { sources } from './collecting.mjs'

const names = [
  'Mei Lin',
  'Tomoko Ishikawa',
  'Jonas Weber',
  'Amara Okafor',
  '陳怡君',
  '佐藤健',
  'Lucía Fernández de la Fuente',
  'Oskar Nyström',
  'Priya Raman',
  'Wolfeschlegelsteinhausenbergerdorff Hubert',
]
export const customers = Array.from({ length: 24 }, (_, index) => {
  const name = index < names.length ? names[index] : index % 5 === 0 ? undefined : `Customer ${index}`
  return {
    id: uuid(),
    name,
    email: index % 7 === 6 ? undefined : `person${index}@example.com`,
    userId: index % 5 === 0 ? undefined : `user-${1_000 + index}`,
    lastSeen: ago(index * index * 7 + 1),
  }
})

const said = (value, minutes) => ({ value, type: typeof value, source: sources[0].id, at: ago(minutes) })

/** What is known of someone, and who said it. */
export const traitsOf = ({ name, email }) => ({
  name: said(name, 90_000),
  email: said(email, 90_000),
  country: said('JP', 9_000),
  plan: said('gold', 700),
  timezone: said('Asia/Tokyo', 90_000),
  orders: { value: 12, type: 'number', attribute: uuid(), at: ago(300) },
  lifecycle_stage: { value: 'regular', type: 'text', attribute: uuid(), at: ago(30_000) },
  health_score: {
    value: 71,
    type: 'number',
    attribute: uuid(),
    at: ago(40),
    factors: { usage: 88, purchases: 54, satisfaction: 70 },
  },
})

/** Companies that the shop also sells to. */
export const accounts = [
  'Acme',
  'Wolfeschlegelsteinhausenbergerdorff & Söhne Aktiengesellschaft',
  undefined,
].map((name, index) => ({ id: uuid(), groupId: `company-${index + 1}`, name, members: 9 - index }))

/** What is known of one. */
export const accountOf = (account) => ({
  ...account,
  traits: account.name
    ? { name: said(account.name, 90_000), plan: said('pro', 400), seats: said(40, 9_000) }
    : {},
})

/** That somebody belongs to them, the last of them first. */
export const belongings = () =>
  accounts.map((account, index) => ({
    ...accountOf(account),
    current: index === 0,
    since: ago(90_000),
    said: ago(400 * (index + 1)),
    source: sources[0].id,
  }))

const line = (kind, minutes, rest) => ({
  kind,
  at: ago(minutes),
  evidence: uuid(),
  source: sources[0].id,
  ...rest,
})

/** Who someone is, and how it was found out. */
export function identitiesOf(id) {
  const who = customers.find((each) => each.id === id) ?? customers[0]
  const device = '7f1c0e52-9d1b-4d0a-8f6e-0b6f2f6f9a01'
  const name = (kind, value, first, last) => ({
    kind,
    value,
    firstAt: ago(first),
    lastAt: ago(last),
    evidence: uuid(),
    source: sources[0].id,
  })
  return {
    customer: id,
    identities: [
      name('anonymous', device, 90_000, 4),
      name('email', who.email ?? 'someone@example.com', 80_000, 700),
      name('user', who.userId ?? 'user-1', 80_000, 700),
    ],
    dropped: 1,
    ledger: [
      line('linked', 80_000, { from: uuid(), into: id, identity: { kind: 'anonymous', value: device } }),
      line('claimed', 9_000, {
        from: uuid(),
        into: id,
        identity: { kind: 'email', value: 'someone@example.com' },
      }),
      line('switched', 7_000, {
        from: id,
        into: customers[2].id,
        identity: { kind: 'anonymous', value: 'a-shared-tablet' },
      }),
      line('merged', 600, {
        from: customers[3].id,
        into: id,
        source: undefined,
        by: 'Hana Sato',
        undoableUntil: ago(-42_600),
      }),
    ],
  }
}
