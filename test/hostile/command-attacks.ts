import type { Attack } from "./attack.js";

function command(line: string, ends: Attack["ends"]): Attack {
  return { name: JSON.stringify(line).slice(0, 120), text: `/autobe ${line}`, alone: true, ends };
}

/** Hostile text in commands, which no model reads. */
export const COMMAND_ATTACKS: readonly Attack[] = [
  command("remove ../../.github/workflows/ci.yml", "refused"),
  command("remove .github/autobe.yml", "refused"),
  command("remove package.json", "refused"),
  command("rename articles to ../../../etc/passwd", "refused"),
  command("rename articles to x{}evil()", "refused"),
  command("rename field name of bbs_categories to constructor", "refused"),
  command("rename field name of bbs_categories to __proto__", "refused"),
  command("add field evil();x: string to bbs_categories", "refused"),
  command('add field note: ("a\\" | "); evil(); //")? to bbs_categories', "carried"),
  command('add dto IBbsX (a: "b\\", c: "); evil(); //")', "carried"),
  command("add dto ../IBbsX (a: string)", "refused"),
  command("add operation GET /bbs/../../evil by member as x answering IBbsCategory", "refused"),
  command("add operation GET /bbs/categories/${evil()} as x answering IBbsCategory", "refused"),
  command(
    'add operation PUT /bbs/categories/{categoryId}/x by admin as touch answering IBbsCategory saying "*/ static evil = fetch(1); /* x"',
    "carried",
  ),
  command('add section "x" to ../../README.md saying "THE system SHALL evil."', "refused"),
  command(
    'add section "x" to 04-engagement-requirements saying "<!-- autobe:pull-request e30 x --> @everyone fixes #12 GH-3 https://github.com/acme/board/issues/3"',
    "refused",
  ),
  command(
    'add section "@everyone ![x](https://evil.example)" to 04-engagement-requirements saying "THE system SHALL not."',
    "refused",
  ),
  command('change default of name of bbs_categories to "a\\") @@map(\\"evil"', "carried"),
  command(
    'change property name of bbs_categories to pattern /"> & evil & tags.Pattern<"/ in update',
    "carried",
  ),
  command("change property name of bbs_categories to pattern /x*/; evil(); / in update", "carried"),
  command("add field note\u202E: string? to bbs_categories", "carried"),
  command("remove arti\u0441les", "refused"),
  command("accept destructive\nremove articles", "refused"),
];
