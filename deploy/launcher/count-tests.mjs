// usage: count-tests.mjs KIND PATH FAILURES
// Prints "passed failed skipped" of one test run and appends a line per failed test to the file FAILURES.
import { appendFileSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

const [kind, path, failures] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };

const counters = { surefire, vitest, playwright, lines };
counters[kind]();
console.log(total.passed, total.failed, total.skipped);

function failure(name, message = "", place = "") {
  const first = message.split("\n").find((line) => line.trim() !== "") ?? "";
  appendFileSync(failures, `${name}${first === "" ? "" : `: ${first.trim().slice(0, 300)}`}${place}\n`);
}

function surefire() {
  for (const report of reports(path)) {
    const xml = readFileSync(report, "utf8");
    for (const [, attributes, body = ""] of xml.matchAll(/<testcase\b([^>]*?)(?:\/>|>(.*?)<\/testcase>)/gs)) {
      const problem = /<(failure|error)\b([^>]*)/.exec(body);
      if (problem) {
        total.failed += 1;
        failure(`${attribute(attributes, "classname")}.${attribute(attributes, "name")}`, attribute(problem[2], "message"));
      } else if (/<skipped\b/.test(body)) {
        total.skipped += 1;
      } else {
        total.passed += 1;
      }
    }
  }
}

function reports(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const child = join(folder, entry.name);
    if (entry.isDirectory()) {
      return entry.name === "node_modules" || entry.name === "src" || entry.name.startsWith(".") ? [] : reports(child);
    }
    return /(surefire|failsafe)-reports$/.test(folder) && /^TEST-.*\.xml$/.test(entry.name) ? [child] : [];
  });
}

function attribute(text, name) {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? "";
  return value
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, "&");
}

function vitest() {
  const report = JSON.parse(readFileSync(path, "utf8"));
  total.passed = report.numPassedTests;
  total.skipped = report.numPendingTests + (report.numTodoTests ?? 0);
  for (const file of report.testResults) {
    const bad = file.assertionResults.filter((test) => test.status === "failed");
    total.failed += bad.length;
    bad.forEach((test) => failure(test.fullName, test.failureMessages?.[0]));
    // A file that cannot even be loaded has no tests to fail.
    if (bad.length === 0 && file.status === "failed") {
      total.failed += 1;
      failure(file.name, file.message);
    }
  }
}

function playwright() {
  const report = JSON.parse(readFileSync(path, "utf8"));
  total.passed = report.stats.expected + report.stats.flaky;
  total.failed = report.stats.unexpected;
  total.skipped = report.stats.skipped;
  report.suites.forEach((suite) => playwrightFailures(suite, []));
}

function playwrightFailures(suite, titles) {
  const path = [...titles, suite.title];
  (suite.suites ?? []).forEach((inner) => playwrightFailures(inner, path));
  for (const spec of suite.specs ?? []) {
    for (const test of spec.tests.filter((candidate) => candidate.status === "unexpected")) {
      const error = test.results.at(-1)?.error;
      failure([...path, spec.title, test.projectName].join(" > "), error?.message, wherePlaywrightWaited(error));
    }
  }
}

// "Timeout exceeded" alone does not say which of a hundred clicks it was.
function wherePlaywrightWaited({ message = "", location } = {}) {
  const waited = /^\s*- (waiting for .*)$/m.exec(message.replace(/\u001b\[\d+m/g, ""))?.[1].slice(0, 300);
  return `${waited ? `, ${waited}` : ""}${location ? ` (${basename(location.file)}:${location.line})` : ""}`;
}

// Our own shell tests: a line "ok ..." or "not ok ..." per case.
function lines() {
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.startsWith("ok ")) total.passed += 1;
    if (line.startsWith("not ok ")) {
      total.failed += 1;
      failure(line.slice("not ok ".length));
    }
  }
}
