import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROLES, cohort } from './cohort.mjs';
import { PRODUCTS, catalogue, picture } from './products.mjs';
import { settings } from './settings.mjs';

const bare = (people) => people.map(({ pauseMs, ...rest }) => rest);

test('the same seed brings the same people with the same plans', () => {
  assert.deepEqual(bare(cohort(7)), bare(cohort(7)));
  assert.notDeepEqual(bare(cohort(7)), bare(cohort(8)));
});

test('the cohort holds as many of each role as it says', () => {
  const counted = {};
  for (const { role } of cohort(3)) counted[role] = (counted[role] ?? 0) + 1;
  assert.deepEqual(counted, ROLES);
});

test('nobody shares an address and everyone but the browsers puts something in', () => {
  const people = cohort(1);
  assert.equal(new Set(people.map(({ email }) => email)).size, people.length);
  assert.ok(people.every(({ role, puts }) => (role === 'browses') === (puts.length === 0)));
});

test('every product has a picture of its own and a place in the catalogue', () => {
  assert.equal(new Set(PRODUCTS.map(picture)).size, PRODUCTS.length);
  assert.ok(catalogue('http://shop').every(({ image_url }) => /^http:\/\/shop\/pictures\/[a-z-]+\.svg$/.test(image_url)));
});

test('a missing setting is named', () => {
  assert.throws(() => settings({}), /SHOP_COLLECTOR_URL/);
});
