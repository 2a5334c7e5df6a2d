// Draws what we send as Slack would show it: a message, a modal or the Home tab, as HTML.
// node render.mjs < one a line {"kind":"message"|"view"|"blocks","json"} > HTML, one a line
import readline from 'node:readline';
import { createElement as el } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message } from 'slack-blocks-to-jsx';

const LOGO = 'data:image/svg+xml,' + encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="8" fill="#1d3557"/><text x="18" y="26" font-size="24" text-anchor="middle" font-family="serif" fill="#fff">“</text></svg>');
const WHEN = new Date('2026-11-25T10:00:00Z');

// The renderer takes "verbatim", which keeps Slack from looking for addresses, for "without any markup"; and it looks for
// markup in plain text, where Slack has none: both are put right before it draws.
const LIKE = { '*': '\u2217', _: '\uff3f', '~': '\u223c', '`': '\u02cb', '<': '\u2039', '>': '\u203a' };
function literal(text) {
  return text.replace(/[*_~`<>]/g, (mark) => LIKE[mark]);
}
function adapted(node) {
  if (Array.isArray(node)) {
    return node.map(adapted);
  }
  if (node === null || typeof node !== 'object') {
    return node;
  }
  const { verbatim, ...rest } = node;
  const made = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, adapted(value)]));
  return made.type === 'plain_text' ? { ...made, text: literal(made.text) } : made;
}

function message(blocks, privately) {
  const shown = el(Message, { name: 'Sourcebook', logo: LOGO, time: WHEN, blocks: adapted(blocks), data: {}, hooks: {} });
  return el('div', { className: 'message' }, privately && el('p', { className: 'note' }, 'Only visible to you'), shown);
}

function modal(view) {
  const button = (text, kind) => text && el('button', { className: kind }, text.text);
  return el('div', { className: 'modal' },
    el('h2', null, view.title.text),
    el('div', { className: 'body' }, message(view.blocks, false)),
    el('footer', null, button(view.close, 'close'), button(view.submit, 'submit')));
}

function surface({ kind, json }) {
  if (kind === 'view') {
    return json.type === 'modal' ? modal(json) : el('div', { className: 'home' }, message(json.blocks, false));
  }
  return kind === 'blocks' ? message(json, false) : message(json.blocks, json.response_type === 'ephemeral');
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  console.log(renderToStaticMarkup(surface(JSON.parse(line))).replace(/\n/g, '&#10;'));
}
