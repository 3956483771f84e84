import { describeRun } from "./describe-run.js";

describeRun("bbs", [
  "add field subtitle: string? to articles in read, summary, create, update",
  "rename field body of articles to content",
  "add model bookmark of articles (note: string?) by member with create, list, delete",
  "hide title of articles in summary",
  "remove tags",
]);
