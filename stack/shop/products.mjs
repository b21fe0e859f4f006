const THINGS = [
  ['tee-sea', 'Tee “Sea”', 'tops', 2980, '#2f6f8f'],
  ['tee-moss', 'Tee “Moss”', 'tops', 2980, '#5f7f4f'],
  ['shirt-linen', 'Linen shirt', 'tops', 7900, '#c9b38c'],
  ['knit-oat', 'Oat knit', 'tops', 9800, '#d8c3a5'],
  ['coat-rain', 'Rain coat', 'outer', 18800, '#44546a'],
  ['coat-wool', 'Wool coat', 'outer', 32000, '#6b4f4f'],
  ['vest-down', 'Down vest', 'outer', 14800, '#7f8fa9'],
  ['skirt-pleat', 'Pleated skirt', 'bottoms', 8900, '#8e5572'],
  ['jeans-indigo', 'Indigo jeans', 'bottoms', 12800, '#33406f'],
  ['chino-sand', 'Sand chinos', 'bottoms', 8900, '#c2a878'],
  ['shorts-swim', 'Swim shorts', 'bottoms', 4900, '#d16d5b'],
  ['shoe-canvas', 'Canvas shoes', 'shoes', 6900, '#b9b4a7'],
  ['boot-chelsea', 'Chelsea boots', 'shoes', 19800, '#4a3728'],
  ['sandal-cork', 'Cork sandals', 'shoes', 5900, '#b07d4b'],
  ['bag-tote', 'Tote bag', 'bags', 3900, '#8c8c6c'],
  ['bag-back', 'Backpack', 'bags', 11800, '#53695b'],
  ['hat-straw', 'Straw hat', 'small', 4500, '#d9b44a'],
  ['cap-cord', 'Corduroy cap', 'small', 3600, '#9a5b3c'],
  ['scarf-check', 'Checked scarf', 'small', 5400, '#a23b3b'],
  ['glove-knit', 'Knitted gloves', 'small', 2400, '#5d5d81'],
  ['sock-set', 'Three pairs of socks', 'small', 1500, '#709fb0'],
  ['belt-leather', 'Leather belt', 'small', 5200, '#6f4e37'],
  ['watch-sun', 'Solar watch', 'small', 24000, '#3c3c3c'],
  ['umbrella-mini', 'Folding umbrella', 'small', 3200, '#3f7d6e'],
];

/** What is for sale. Prices are in Japanese yen. */
export const PRODUCTS = THINGS.map(([id, name, category, price, colour]) => ({ id, name, category, price, colour, currency: 'JPY' }));

const SHAPES = {
  tops: '<path d="M70 60 L100 48 Q120 62 140 48 L170 60 L186 98 L162 106 L158 192 H82 L78 106 L54 98 Z"/>',
  outer: '<path d="M72 52 L104 42 L120 58 L136 42 L168 52 L188 120 L166 126 L168 204 H72 L74 126 L52 120 Z"/>',
  bottoms: '<path d="M82 46 H158 L168 204 H130 L120 104 L110 204 H72 Z"/>',
  shoes: '<path d="M46 132 Q80 124 96 92 L132 96 Q140 128 190 138 Q202 142 202 164 H46 Z"/>',
  bags: '<path d="M64 98 H176 L186 200 H54 Z M92 98 Q92 54 120 54 Q148 54 148 98 H136 Q136 68 120 68 Q104 68 104 98 Z"/>',
  small: '<circle cx="120" cy="124" r="62"/>',
};

/** A product's picture: a flat drawing in its own colour. */
export function picture(product) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" role="img" aria-label="${product.name}">
<rect width="240" height="240" fill="#f4f2ee"/><g fill="${product.colour}">${SHAPES[product.category]}</g></svg>`;
}

/** The products as an Itinera catalogue takes them. */
export function catalogue(shopUrl) {
  return PRODUCTS.map(({ id, name, category, price, currency }) => ({
    id,
    name,
    category,
    price,
    currency,
    url: `${shopUrl}/#${id}`,
    image_url: `${shopUrl}/pictures/${id}.svg`,
  }));
}
