import { describeCases } from "./describe-cases.js";

describeCases("todo");
