const money = new Intl.NumberFormat(undefined, { style: 'currency', currency: 'JPY' });
const byId = (id) => document.getElementById(id);

const [settings, products] = await Promise.all(['/settings.json', '/catalogue.json'].map((path) => fetch(path).then((answer) => answer.json())));
const collector = new URL(settings.collectorUrl);

// The unmodified SDK, pointed at the collector: this is all that a shop changes.
const analytics = window.AnalyticsNext.AnalyticsBrowser.load({
  writeKey: settings.writeKey,
  cdnSettings: {
    integrations: {
      'Segment.io': { apiKey: settings.writeKey, apiHost: `${collector.host}/v1`, protocol: collector.protocol.replace(':', '') },
    },
  },
});

let cart = { id: newCartId(), items: [] };
let address = localStorage.getItem('shop-address') ?? '';

analytics.page('Shop');
drawProducts();
drawCart();
if (address) byId('email').value = address;

byId('who').addEventListener('submit', (event) => {
  event.preventDefault();
  address = byId('email').value.trim();
  localStorage.setItem('shop-address', address);
  analytics.identify(address, { email: address, name: address.split('@')[0], consent: { email: byId('consent').checked } });
  say('Saved. Now drop the cart and wait.');
  drawCart();
});

byId('buy').addEventListener('click', () => {
  const total = cart.items.reduce((sum, product) => sum + product.price, 0);
  analytics.track('Order Completed', { cart_id: cart.id, order_id: `o-${cart.id}`, total, currency: 'JPY', products: cart.items.map(line) });
  cart = { id: newCartId(), items: [] };
  say('Bought. No mail will come for this cart.');
  drawCart();
});

function add(product) {
  cart.items.push(product);
  analytics.track('Product Added', { cart_id: cart.id, quantity: 1, ...line(product) });
  say(address ? `${product.name} is in the cart.` : `${product.name} is in the cart. Leave your address, so that a mail can find you.`);
  drawCart();
}

function remove(product) {
  cart.items.splice(cart.items.indexOf(product), 1);
  analytics.track('Product Removed', { cart_id: cart.id, ...line(product) });
  drawCart();
}

function drawProducts() {
  byId('products').replaceChildren(
    ...products.map((product) => {
      const card = element('article', { id: product.id });
      const button = element('button', { textContent: 'Add to cart', type: 'button' });
      button.setAttribute('aria-label', `Add ${product.name} to the cart`);
      button.addEventListener('click', () => add(product));
      card.append(
        element('img', { src: product.image_url, alt: product.name, width: 160, height: 160 }),
        element('h3', { textContent: product.name }),
        element('p', { textContent: money.format(product.price) }),
        button,
      );
      return card;
    }),
  );
}

function drawCart() {
  byId('cart').replaceChildren(
    ...cart.items.map((product) => {
      const row = element('li', {});
      const button = element('button', { textContent: 'Remove', type: 'button' });
      button.setAttribute('aria-label', `Remove ${product.name} from the cart`);
      button.addEventListener('click', () => remove(product));
      row.append(element('span', { textContent: product.name }), element('span', { textContent: money.format(product.price) }), button);
      return row;
    }),
  );
  byId('empty').hidden = cart.items.length > 0;
  byId('buy').disabled = cart.items.length === 0;
  byId('mail').hidden = !address;
  byId('mail').href = `${settings.inboxUrl}/?to=${encodeURIComponent(address)}`;
}

function line({ id, price, currency, category }) {
  return { product_id: id, price, currency, category };
}

function newCartId() {
  return `web-${crypto.randomUUID()}`;
}

function say(words) {
  byId('said').textContent = words;
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
