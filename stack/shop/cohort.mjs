import { generator } from './random.mjs';
import { PRODUCTS } from './products.mjs';

/** What the customers of the cohort will do, and how many of each. */
export const ROLES = {
  leaves: 95,
  buysAfterMail: 15,
  buysWhileWaiting: 25,
  buysAtOnce: 10,
  empties: 6,
  saysNo: 8,
  browses: 11,
};

const FIRST = ['Aiko', 'Brian', 'Chen', 'Dilnoza', 'Emil', 'Fatou', 'Goran', 'Hana', 'Ines', 'Jun', 'Kofi', 'Lena', 'Mei', 'Nadia', 'Oskar', 'Priya', 'Ren', 'Sana', 'Tomás', 'Yuki'];
const LAST = ['Abe', 'Brandt', 'Costa', 'Diallo', 'Endo', 'Fischer', 'Garcia', 'Huang', 'Ito', 'Jensen', 'Kim', 'Lin', 'Mori', 'Nagy', 'Okafor', 'Park', 'Rossi', 'Sato', 'Tanaka', 'Wu'];
const COUNTRIES = ['JP', 'TW', 'DE', 'US', 'FR'];

/** The cohort, shuffled: the same people with the same plans for the same seed. */
export function cohort(seed) {
  const random = generator(seed);
  const roles = Object.entries(ROLES).flatMap(([role, count]) => Array(count).fill(role));
  return random.some(roles, roles.length).map((role, index) => plan(random, `c${seed}-${index + 1}`, role));
}

/** One customer who turns up later, while the shop trickles on. */
export function passerBy(random, number) {
  const role = random.pick(['leaves', 'leaves', 'leaves', 'buysAfterMail', 'buysWhileWaiting', 'buysAtOnce', 'browses', 'browses']);
  return plan(random, `p${Date.now().toString(36)}-${number}`, role);
}

function plan(random, id, role) {
  const name = `${random.pick(FIRST)} ${random.pick(LAST)}`;
  return {
    id,
    role,
    name,
    email: `${id}@customers.example`,
    country: random.pick(COUNTRIES),
    // Half of them are strangers until they give their address, with the cart already full.
    stranger: random.between(0, 1) < 0.5,
    looksAt: random.some(PRODUCTS, random.whole(1, 4)),
    puts: role === 'browses' ? [] : random.some(PRODUCTS, random.whole(1, 3)),
    // One in five changes their mind about the first of several things.
    takesOneBack: random.between(0, 1) < 0.2,
    pauseMs: () => random.between(150, 700),
    buysAfter: random.between(0.2, 0.65),
  };
}
