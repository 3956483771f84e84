import type { Domain } from "./domains.js";

/** A heading, and sentences of which a document takes some. */
export interface Topic {
  readonly title: string;
  readonly sentences: readonly string[];
}

/**
 * What requirements of any service speak of, in the words of one business. Accounts, files, comments, labels and
 * alerts occur as they do in the fixtures' own requirements, so that a search has to tell whose they are.
 */
export function topicsOf(domain: Domain): readonly Topic[] {
  return [...accounts(domain), ...things(domain), ...talk(domain), ...upkeep(domain)];
}

function accounts({ user, keeper, thing, things, name }: Domain): readonly Topic[] {
  return [
    {
      title: "Registration",
      sentences: [
        `WHEN a ${user} registers with an email address, THE system SHALL send no mail and open an account at once.`,
        `IF the email address of a ${user} is known already, THEN THE system SHALL refuse the registration.`,
        `THE system SHALL ask a new ${user} for a telephone number and a postal address.`,
        `THE system SHALL let a ${keeper} register a ${user} on behalf of somebody else.`,
      ],
    },
    {
      title: "Signing In",
      sentences: [
        `WHEN a ${user} gives a wrong password three times, THE system SHALL lock the account for an hour.`,
        `WHILE a ${keeper} is signed in, THE system SHALL renew the token of the session every ten minutes.`,
        `THE system SHALL end every session of a ${user} whose password was changed.`,
      ],
    },
    {
      title: `Rights of the ${capital(keeper)}`,
      sentences: [
        `THE system SHALL let a ${keeper} see all ${things}, and a ${user} only the own ones.`,
        `WHEN a ${keeper} leaves, THE system SHALL hand the ${things} over to another ${keeper}.`,
        `IF a ${user} opens a page of the ${keeper}, THEN THE system SHALL refuse with status 403.`,
      ],
    },
    {
      title: "Scope",
      sentences: [
        `${name} is a service for every ${user} and ${keeper} of one company.`,
        `THE system SHALL NOT exchange messages with other services about a ${thing}.`,
        `Estimates and forecasts of ${things} are out of scope in this version.`,
      ],
    },
  ];
}

function things({ user, keeper, thing, things: all, part, parts, fields, states }: Domain): readonly Topic[] {
  const [first, second, third] = fields;
  const [from, to] = states;
  return [
    {
      title: `New ${capital(all)}`,
      sentences: [
        `WHEN a ${user} creates a ${thing}, THE system SHALL store ${first}, ${second} and ${third}.`,
        `IF the ${first} is missing, THEN THE system SHALL refuse the ${thing} with status 400.`,
        `THE system SHALL number each ${thing} within its year.`,
        `WHEN a ${thing} is copied, THE system SHALL take over its ${parts} but not its ${third}.`,
      ],
    },
    {
      title: `${capital(parts)} of a ${capital(thing)}`,
      sentences: [
        `THE system SHALL keep every ${part} in exactly one ${thing}.`,
        `WHEN a ${user} adds a ${part}, THE system SHALL append it behind the last one.`,
        `WHEN a ${thing} is erased, THE system SHALL erase each ${part} of it.`,
        `THE system SHALL return the ${parts} in the order in which they were entered.`,
      ],
    },
    {
      title: `From ${capital(from)} to ${capital(to)}`,
      sentences: [
        `WHEN a ${thing} is ${to}, THE system SHALL record the moment and the ${keeper} in charge.`,
        `IF a ${part} is still open, THEN THE system SHALL refuse to call the ${thing} ${to}.`,
        `WHILE a ${thing} is ${from}, THE system SHALL let the ${user} change its ${second}.`,
      ],
    },
    {
      title: `Finding ${capital(all)}`,
      sentences: [
        `WHEN a ${user} searches for a word, THE system SHALL look in the ${first} and the ${second} of ${all}.`,
        `THE system SHALL sort ${all} by ${third}, the newest first.`,
        `WHERE a ${first} is given, THE system SHALL return only ${all} that match it.`,
        `THE system SHALL return at most fifty ${all} per page.`,
      ],
    },
    {
      title: "Values",
      sentences: [
        `THE system SHALL require a ${first} of 2 to 80 characters.`,
        `THE system SHALL accept as ${second} only values from the list of the ${keeper}.`,
        `IF the ${third} lies in the past, THEN THE system SHALL warn the ${user}.`,
      ],
    },
  ];
}

function talk({ user, keeper, thing, things: all, part }: Domain): readonly Topic[] {
  return [
    {
      title: "Remarks",
      sentences: [
        `WHEN a ${keeper} writes a remark on a ${thing}, THE system SHALL show it to the ${user}.`,
        `THE system SHALL let only its writer delete a remark.`,
        `WHEN somebody replies to a remark, THE system SHALL place the reply below it.`,
      ],
    },
    {
      title: "Documents and Photos",
      sentences: [
        `WHEN a ${user} uploads a photo of a ${part}, THE system SHALL keep its name and its size.`,
        `IF a document is larger than 20 MB, THEN THE system SHALL refuse the upload.`,
        `WHEN a ${thing} is closed, THE system SHALL delete the files that hang on it.`,
      ],
    },
    {
      title: "Alerts",
      sentences: [
        `WHEN a ${thing} is overdue, THE system SHALL notify the ${user} and the ${keeper}.`,
        `THE system SHALL let a ${user} switch the alerts for a ${thing} off.`,
        `WHEN an alert is read, THE system SHALL store the time.`,
      ],
    },
    {
      title: "Ratings",
      sentences: [
        `WHEN a ${user} rates a ${thing}, THE system SHALL count the vote once.`,
        `IF a ${user} rates the same ${thing} again, THEN THE system SHALL replace the earlier vote.`,
        `THE system SHALL publish the number of votes and the average of all ${all}.`,
      ],
    },
    {
      title: "Sharing with Others",
      sentences: [
        `WHEN a ${user} shares a ${thing}, THE system SHALL invite the other person by a link.`,
        `THE system SHALL let the invited person view the ${thing} and change nothing.`,
        `WHEN sharing ends, THE system SHALL hide the ${thing} from the invited person.`,
      ],
    },
    {
      title: "Tags",
      sentences: [
        `THE system SHALL let a ${keeper} put up to five tags on a ${thing}.`,
        `WHEN a tag is renamed, THE system SHALL rename it on all ${all}.`,
        `IF two tags have the same name, THEN THE system SHALL merge them.`,
      ],
    },
  ];
}

function upkeep({ user, keeper, thing, things: all, parts, fields }: Domain): readonly Topic[] {
  const [first, , third] = fields;
  return [
    {
      title: "History",
      sentences: [
        `WHEN a ${first} is changed, THE system SHALL keep the former version of the ${thing}.`,
        `THE system SHALL write into the log who deleted which of the ${all}.`,
        `THE system SHALL never change an entry of the history.`,
      ],
    },
    {
      title: "Monthly Report",
      sentences: [
        `WHEN a ${keeper} opens the report, THE system SHALL count ${all} and ${parts} of the month.`,
        `THE system SHALL show the five ${all} with the highest ${third}.`,
        `THE system SHALL let a ${keeper} export the report as a table.`,
      ],
    },
    {
      title: "Retention",
      sentences: [
        `THE system SHALL keep ${all} for ten years and wipe them afterwards.`,
        `WHEN the account of a ${user} is closed, THE system SHALL replace the name by a number.`,
        `THE system SHALL answer requests for a wiped ${thing} with status 404.`,
      ],
    },
    {
      title: "Response Times",
      sentences: [
        `WHEN a ${user} opens a ${thing}, THE system SHALL answer within two seconds.`,
        `THE system SHALL serve one thousand people at the same time.`,
        `WHILE a backup runs, THE system SHALL stay available for reading.`,
      ],
    },
  ];
}

function capital(words: string): string {
  return words.replace(/(^| )\p{Ll}/gu, (letter) => letter.toUpperCase());
}
