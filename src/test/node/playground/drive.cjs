// Does in Microsoft's Agents Playground what a person does in Teams: asks, presses a button, searches.
// node drive.cjs URL QUESTION PICTURES > what was read, as one line of JSON
const fs = require('fs');
const os = require('os');
const path = require('path');
const { chromium } = require('playwright-core');

const [url, question, pictures] = process.argv.slice(2);
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

(async () => {
  fs.mkdirSync(pictures, { recursive: true });
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'playground-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    viewport: { width: 1400, height: 1000 },
    args: FLAGS,
  });
  const page = browser.pages()[0] || (await browser.newPage());
  page.setDefaultTimeout(60000);
  await page.route((to) => !/^(127\.0\.0\.1|localhost)$/.test(to.hostname), (route) => route.abort());
  const picture = (name) => page.screenshot({ path: path.join(pictures, `playground-${name}.png`) });
  const cards = page.locator('.ac-adaptiveCard');

  await page.goto(url);
  await page.getByRole('treeitem', { name: 'Personal Chat' }).waitFor();
  await cards.first().waitFor();
  await page.waitForTimeout(2000);
  const welcomes = await cards.count();
  await picture('welcome');

  const box = page.locator('[role=textbox][contenteditable=true]').first();
  const say = async (words) => {
    await box.click();
    await box.pressSequentially(words);
    await page.getByRole('button', { name: 'Send Message' }).click();
  };
  await say(question);
  await page.getByRole('button', { name: 'Read in context' }).first().waitFor();
  const answer = await cards.last().innerText();
  await picture('answer');

  await page.getByRole('button', { name: 'Read in context' }).first().click();
  await page.getByRole('button', { name: 'Back to the answer' }).waitFor();
  const context = await cards.last().innerText();
  await picture('context');

  await say('admin reindex full');
  await page.getByText('is served', { exact: false }).last().waitFor();
  const admin = await cards.last().innerText();
  await picture('admin');

  await page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
  await page.getByRole('menuitem').filter({ hasText: 'Search' }).first().click();
  const search = page.getByPlaceholder('Enter a search term');
  await search.fill(question);
  await search.press('Enter');
  await page.waitForTimeout(5000);
  await picture('search');
  const found = await page.locator('body').innerText();

  console.log(JSON.stringify({ welcomes, answer, context, admin, found }));
  await browser.close();
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
