// Exported pages in a real browser; see `run` beside it.
const { chromium } = require("playwright-core");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const assert = require("node:assert/strict");

const root = path.resolve(__dirname, "../..");
const binary = path.join(root, "target/release/checkin");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const pictures = process.argv.includes("--pictures");
let passed = 0;

function machine() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "checkin-browser-"));
  const environment = { HOME: home, LANG: "C.UTF-8", CHECKIN_DATA_DIR: path.join(home, "data") };
  const run = (now, args, input = "") =>
    execFileSync(binary, args, { env: { ...environment, CHECKIN_NOW: now }, input, cwd: home, stdio: ["pipe", "pipe", "pipe"] }).toString();
  return { home, run };
}

const day = (week) => new Date(Date.UTC(2026, 8, 4 + 7 * week)).toISOString().slice(0, 10);
const evening = (week) => `${day(week)}T18:30:00+02:00`;

// Twelve weeks of the whole weekly check-in; strain rises in the sixth. `words` are put into every free text.
function twelveWeeks(words) {
  const { home, run } = machine();
  const items = JSON.parse(run(evening(0), ["questionnaires", "show", "weekly", "--json"])).items;
  for (let week = 0; week < 12; week += 1) {
    if (week === 3) continue;
    const answers = {};
    items.forEach((item, place) => {
      const noise = (week * 7 + place * 5) % 3 === 0 ? 1 : 0;
      const isStrain = item.id.startsWith("strain.");
      const turned = place % 4 === 3;
      const level = isStrain ? (week > 5 ? 3 : 1) + noise : 3 - noise;
      answers[item.id] = isStrain === turned ? (isStrain ? 4 - level : level) : isStrain ? level : turned ? 4 - level : level;
    });
    run(evening(week), ["start", "weekly", "--answers", "-"], JSON.stringify({ answers, note: words.note }));
  }
  run(evening(11), ["event", "add", "leave", "--from", day(3), "--to", day(4)]);
  run(evening(11), ["event", "add", "incident", "--from", day(5), "--", words.event]);
  run(evening(11), ["step", "add", "--", words.step]);
  run(evening(11), ["step", "answer", "partly"]);
  return (args) => {
    const file = path.join(home, `page-${Math.random().toString(36).slice(2)}.html`);
    run(evening(11), ["export", "--yes", "-o", file, ...args]);
    return file;
  };
}

// Opens a page and fails on anything it asks for, says or does.
async function open(browser, file, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const heard = [];
  page.on("request", (request) => request.url().startsWith("file:") || heard.push(`request ${request.url()}`));
  page.on("console", (message) => heard.push(`console ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`error ${error.message}`));
  page.on("dialog", (dialog) => { heard.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  let requests = 0;
  page.on("request", () => { requests += 1; });
  await page.goto(`file://${file}`);
  await page.waitForTimeout(100);
  assert.deepEqual(heard, [], `the page is silent: ${file}`);
  assert.equal(requests, 1, "the page itself is all that is loaded");
  return { context, page };
}

async function check(name, work) {
  await work();
  passed += 1;
  console.log(`ok ${name}`);
}

// A page that cannot run scripts is checked in a frame's document of the same markup, policy left out.
async function violations(browser, file, options) {
  const context = await browser.newContext({ ...options, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`file://${file}`);
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  await context.close();
  return found.violations.map((violation) => `${violation.id}: ${violation.nodes[0].html}`);
}

async function main() {
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const wide = { viewport: { width: 1000, height: 1400 } };
  const narrow = { viewport: { width: 390, height: 844 } };
  const write = twelveWeeks({ note: "A hard week", event: "An assault on the ward", step: "Ask Sam for ten minutes on Tuesday" });
  const usual = write([]);
  const full = write(["--include", "events,steps,notes,answers,context"]);
  for (const [name, options] of [["wide", wide], ["narrow", narrow]]) {
    for (const colorScheme of ["light", "dark"]) {
      await check(`silent, ${name}, ${colorScheme}`, async () => {
        const { context, page } = await open(browser, usual, { ...options, colorScheme });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `nothing sticks out: ${overflow}`);
        const shown = ["wide light", "narrow dark"].includes(`${name} ${colorScheme}`);
        if (pictures && shown) await page.screenshot({ path: path.join(root, `docs/page-${name}-${colorScheme}.png`), fullPage: name === "wide" });
        await context.close();
      });
      await check(`accessible, ${name}, ${colorScheme}`, async () => {
        for (const file of [usual, full]) {
          assert.deepEqual(await violations(browser, file, { ...options, colorScheme }), []);
        }
      });
    }
  }
  await check("the checker finds what is wrong", async () => {
    const wrong = `${usual}.wrong.html`;
    fs.writeFileSync(wrong, fs.readFileSync(usual, "utf8").replace(/aria-label="[^"]*"/g, ""));
    assert.notDeepEqual(await violations(browser, wrong, wide), []);
  });
  await check("one A4 page for twelve weeks and nine scores", async () => {
    const { context, page } = await open(browser, usual, wide);
    assert.equal(await page.locator("section.scores tbody tr").count(), 9);
    const pdf = `${usual}.pdf`;
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    const facts = execFileSync("pdfinfo", [pdf]).toString();
    assert.match(facts, /Pages:\s+1\n/);
    assert.match(facts, /A4/);
    if (pictures) execFileSync("pdftoppm", ["-r", "110", "-gray", "-png", "-singlefile", pdf, path.join(root, "docs/page-print")]);
    await context.close();
  });
  const hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "</style><script>alert(1)</script>", "<iframe src=javascript:alert(1)>", "<a href=javascript:alert(1)>x</a>",
    "<link rel=stylesheet href=http://localhost:9/x.css>", "<meta http-equiv=refresh content='0;url=http://localhost:9/'>",
    "<base href=http://localhost:9/>", "<form action=http://localhost:9/><input autofocus onfocus=alert(1)>",
    "' onmouseover='alert(1)", "{{7*7}}${7*7}<%= 7*7 %>", "--></title><script>alert(1)</script>", "<style>*{background:url(http://localhost:9/)}</style>",
  ];
  await check(`${hostile.length} hostile texts stay text`, async () => {
    for (const text of hostile) {
      const file = twelveWeeks({ note: text, event: text, step: text })(["--include", "events,steps,notes"]);
      const { context, page } = await open(browser, file, wide);
      const strange = await page.evaluate(() => document.querySelectorAll("script,img,iframe,a,link,form,input,base,object,embed").length);
      assert.equal(strange, 0, text);
      assert.ok((await page.evaluate(() => document.body.innerText)).includes(text), text);
      await context.close();
    }
  });
  await browser.close();
  console.log(`${passed} passed, 0 failed`);
}

main().catch((error) => { console.error(error); process.exit(1); });
