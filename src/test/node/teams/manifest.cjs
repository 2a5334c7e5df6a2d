// Checks app manifests by Microsoft's schemas.
// node manifest.cjs < manifests, one a line > "ok" or what is wrong, one a line
const readline = require('readline');
const { AppManifestUtils } = require('@microsoft/app-manifest');

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const found = await AppManifestUtils.validateAgainstSchema(JSON.parse(line));
    console.log(found.length === 0 ? 'ok' : JSON.stringify(found));
  }
})();
