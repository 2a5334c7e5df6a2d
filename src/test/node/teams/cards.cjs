// Checks Adaptive Cards by a schema made of Microsoft's own types for Teams, and by what its renderer says of them.
// node cards.cjs < cards, one a line > "ok" or what is wrong, one a line
const fs = require('fs');
const path = require('path');
const readline = require('readline');

globalThis.self = globalThis;
const AdaptiveCards = require('adaptivecards/dist/adaptivecards.js');
const Ajv = require('ajv');

const SCHEMA = path.join(__dirname, 'card.schema.json');

function schema() {
  if (!fs.existsSync(SCHEMA)) {
    const types = fs.readFileSync(require.resolve('@microsoft/teams.cards').replace(/dist.*/, 'dist/core.d.ts'), 'utf8');
    const exported = types
      .replace(/^declare /gm, '')
      .replace(/^(interface|type) /gm, 'export $1 ')
      .replace(/^export \{.*$/gm, '');
    const source = path.join(__dirname, 'card-types.ts');
    fs.writeFileSync(source, exported);
    const generator = require('ts-json-schema-generator').createGenerator({
      path: source,
      type: 'IAdaptiveCard',
      skipTypeCheck: true,
    });
    fs.writeFileSync(SCHEMA, JSON.stringify(generator.createSchema('IAdaptiveCard')));
  }
  return JSON.parse(fs.readFileSync(SCHEMA, 'utf8'));
}

const validate = new Ajv({ strict: false, allErrors: false }).compile(schema());

function complaints(json) {
  const found = [];
  if (!validate(json)) {
    found.push(...validate.errors.filter((e) => !/anyOf|const/.test(e.keyword)).map((e) => `${e.instancePath} ${e.message}`).slice(0, 5));
    found.push('not of the schema');
  }
  const context = new AdaptiveCards.SerializationContext();
  const card = new AdaptiveCards.AdaptiveCard();
  card.parse(json, context);
  for (let i = 0; i < context.eventCount; i++) {
    // Its pattern for languages keeps a position, so that it calls every second one wrong, whatever it is.
    if (context.getEventAt(i).message !== 'Invalid value "en" for property "lang".') {
      found.push(context.getEventAt(i).message);
    }
  }
  found.push(...card.validateProperties().validationEvents.map((e) => e.message));
  return found;
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const found = complaints(JSON.parse(line));
    console.log(found.length === 0 ? 'ok' : found.join('; '));
  }
})();
