import { describeRun } from "./describe-run.js";

describeRun("todo", [
  "add field remind_at: datetime? to todos",
  "rename field due_at of todos to deadline",
  'add model bookmark of todos (note: string?, color: "red" | "blue") by user with create, list, read, update, delete',
  "rename property subtasks_count of todos to steps_count",
  "remove operation DELETE /todoApp/user/labels/{labelId}",
]);
