// Whom the shop knows.
import { ago, uuid } from './random.mjs'

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
