import { catalogue } from './products.mjs';

// Prints the shop's catalogue for the address that the shop will have.
process.stdout.write(JSON.stringify(catalogue(process.argv[2])));
