import { describe, expect, it } from "@jest/globals";
import { commandList, helpText } from "../../../src/app/sections/commands-block.js";
import { VERBS } from "../../../src/change/command.js";
import { FORMS, KINDS } from "../../../src/change/forms.js";
import { headlineOf, helpOn, kindsBySubject } from "../../../src/change/help.js";

describe("help", () => {
  it("has every kind once, below what it is on, each with an example", () => {
    const listed = kindsBySubject().flatMap(([, kinds]) => kinds);
    expect([...listed].sort()).toEqual([...KINDS].sort());
    const text = commandList();
    for (const kind of KINDS) {
      expect(text).toContain(FORMS[kind].usage);
      expect(text).toContain(FORMS[kind].example);
    }
    for (const [subject] of kindsBySubject()) expect(text).toContain(`**${subject}**`);
    expect(text.length).toBeLessThan(65_536);
  });

  it("knows each kind, verb, subject and command by its name", () => {
    for (const kind of KINDS) {
      expect(helpOn(kind)).toEqual({ found: true, kinds: [kind], usages: [] });
      expect(helpText(headlineOf(kind))).toMatch(/: \w[^\n]*\.\n/);
    }
    for (const verb of VERBS) expect(helpOn(verb)).toMatchObject({ found: true });
    for (const [subject, kinds] of kindsBySubject()) expect(helpOn(`${subject}s`)).toMatchObject({ kinds });
    expect(helpOn("remove feeld")).toEqual({ found: false, nearest: "remove field" });
    expect(helpOn("xyzzyxyzzyxyzzy")).toEqual({ found: false, nearest: null });
  });
});
