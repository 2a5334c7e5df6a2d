// Makes calls with Slack's own clients, one after the other, and tells what came of each.
// node web-api.cjs API_URL < calls, one a line {"method","token","arguments","retries"} or {"webhook","message"} > outcomes, one a line
const readline = require('readline');
const { LogLevel, WebClient } = require('@slack/web-api');
const { IncomingWebhook } = require('@slack/webhook');

const [slackApiUrl] = process.argv.slice(2);

async function call({ method, token, arguments: given, retries }) {
  const client = new WebClient(token, {
    slackApiUrl,
    logLevel: LogLevel.ERROR,
    retryConfig: { retries: retries ?? 0, minTimeout: 1, maxTimeout: 10 },
    rejectRateLimitedCalls: (retries ?? 0) === 0,
  });
  client.logger?.setLevel?.('error');
  return client.apiCall(method, given);
}

async function outcome(step) {
  try {
    return step.webhook ? { text: (await new IncomingWebhook(step.webhook).send(step.message)).text } : await call(step);
  } catch (e) {
    return { code: e.code, error: e.data?.error, messages: e.data?.response_metadata?.messages, retryAfter: e.retryAfter, status: e.statusCode ?? e.original?.response?.status ?? e.original?.status };
  }
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await outcome(JSON.parse(line))));
  }
})();
