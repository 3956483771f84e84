/** Words that say nothing of what a text is about, in the form that termsOf gives them; the words of EARS among them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    "a an the and or but if then than so of to in on at by for from with without into onto over under about as",
    "is are was were be been being am do doe did done has have ha had having can could may might must shall should",
    "will would it its this that these those there here i me my we us our you your he him his she her they them",
    "their who whom whose which what when where while why how not no nor only also just even too very",
    "please let get got want need like one some any all each every other another same such more most many much",
    "system",
  ].flatMap((line) => line.split(" ")),
);
