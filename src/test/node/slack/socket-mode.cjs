// Connects as Slack's own client does, acknowledges what comes, and tells what came and how the connection fared.
// node socket-mode.cjs API_URL APP_TOKEN > one a line; ends when a command says "stop"
const { LogLevel } = require('@slack/logger');
const { SocketModeClient } = require('@slack/socket-mode');

const [slackApiUrl, appToken] = process.argv.slice(2);
const client = new SocketModeClient({ appToken, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl } });
const tell = (what) => console.log(JSON.stringify(what));

for (const state of ['connected', 'reconnecting', 'disconnected']) {
  client.on(state, () => tell({ state }));
}
client.on('slack_event', async ({ ack, type, body, accepts_response_payload: answerable, retry_num: retry, retry_reason: reason }) => {
  tell({ type, body, answerable, retry, reason });
  await ack(answerable ? { text: `taken: ${body.text}` } : undefined);
  if (body.text === 'stop') {
    await client.disconnect();
    process.exit(0);
  }
});

client.start().catch((e) => {
  tell({ failed: e.message });
  process.exit(0);
});
