// Checks what we send, and what we say Slack sends, by schemas made of Slack's own types.
// node schema.cjs < one a line {"kind":"blocks"|"view"|"manifest"|"event","value"} > "ok" or what is wrong, one a line
const fs = require('fs');
const path = require('path');
const readline = require('readline');
const Ajv = require('ajv');

const types = path.join(__dirname, 'node_modules/@slack/types/dist/index');
const manifests = path.join(__dirname, 'node_modules/@slack/web-api/dist/types/request/manifest');
const KINDS = {
  blocks: `import { KnownBlock } from '${types}'; export type Root = KnownBlock[];`,
  view: `import { HomeView, KnownBlock, ModalView } from '${types}';
    export type Root = (Omit<HomeView, 'blocks'> & { blocks: KnownBlock[] }) | (Omit<ModalView, 'blocks'> & { blocks: KnownBlock[] });`,
  manifest: `import { Manifest } from '${manifests}'; export type Root = Manifest;`,
  event: `import { SlackEvent } from '${types}'; export type Root = SlackEvent;`,
};

/** Made once, for it takes a while. */
function schema(kind) {
  const file = path.join(__dirname, `${kind}.schema.json`);
  if (!fs.existsSync(file)) {
    const source = path.join(__dirname, `${kind}.types.ts`);
    fs.writeFileSync(source, KINDS[kind]);
    const generator = require('ts-json-schema-generator').createGenerator({ path: source, type: 'Root', skipTypeCheck: true });
    fs.writeFileSync(file, JSON.stringify(generator.createSchema('Root')));
  }
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

const ajv = new Ajv({ strict: false, discriminator: false });
const validators = {};

function complaints({ kind, value }) {
  validators[kind] ??= ajv.compile(schema(kind));
  const validate = validators[kind];
  return validate(value) ? 'ok' : `not of the types: ${ajv.errorsText(validate.errors, { dataVar: kind }).slice(0, 400)}`;
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    console.log(complaints(JSON.parse(line)));
  }
})();
