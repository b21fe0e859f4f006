/** Reads what the shop is told by its environment; a missing setting stops the start with a sentence. */
export function settings(env = process.env) {
  const need = (name) => {
    if (!env[name]) throw new Error(`The shop needs ${name} in its environment.`);
    return env[name];
  };
  const number = (name, otherwise) => {
    const value = Number(env[name] ?? otherwise);
    if (!Number.isFinite(value) || value < 0) throw new Error(`${name} is "${env[name]}", which is no number of use.`);
    return value;
  };
  return {
    collectorUrl: need('SHOP_COLLECTOR_URL'),
    writeKey: need('SHOP_WRITE_KEY'),
    inboxUrl: need('SHOP_INBOX_URL'),
    ledgerFile: need('SHOP_LEDGER'),
    host: env.SHOP_HOST ?? '127.0.0.1',
    port: number('SHOP_PORT', 8090),
    seed: number('SHOP_SEED', 1),
    waitMs: number('SHOP_WAIT_MS', 30_000),
    arrivalMs: number('SHOP_ARRIVAL_MS', 20_000),
    signUps: number('SHOP_SIGN_UPS', 50),
    trickleMs: number('SHOP_TRICKLE_MS', 4_000),
  };
}
