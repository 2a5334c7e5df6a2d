// Judges tokens by Microsoft's own validator for bots.
// node tokens.cjs APP_ID OPENID_URL < vectors, one a line {"header","activity"} > "accept" or "reject", one a line
const readline = require('readline');
const { ChannelValidation, JwtTokenValidation, SimpleCredentialProvider } = require('botframework-connector');

const [appId, openId] = process.argv.slice(2);
ChannelValidation.OpenIdMetadataEndpoint = openId;
const credentials = new SimpleCredentialProvider(appId, 'unused');
console.error = () => {};

async function verdict({ header, activity }) {
  try {
    const identity = await JwtTokenValidation.authenticateRequest(activity, header, credentials, '');
    return identity.isAuthenticated ? 'accept' : 'reject';
  } catch {
    return 'reject';
  }
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    console.log(await verdict(JSON.parse(line)));
  }
  process.exit(0);
})();
