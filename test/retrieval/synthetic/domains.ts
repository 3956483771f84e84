/** Words of one business, as its people would say them. */
export interface Domain {
  readonly name: string;
  /** Who uses the service. */
  readonly user: string;
  /** Who keeps it in order. */
  readonly keeper: string;
  /** What the service is about, in the singular and in the plural. */
  readonly thing: string;
  readonly things: string;
  /** What a thing consists of. */
  readonly part: string;
  readonly parts: string;
  /** What can be said of a thing. */
  readonly fields: readonly [string, string, string];
  /** What a thing goes through. */
  readonly states: readonly [string, string];
}

function domain(line: string): Domain {
  const [name, user, keeper, thing, things, part, parts, first, second, third, from, to] = line.split(", ");
  const all = { name, user, keeper, thing, things, part, parts, first, second, third, from, to };
  for (const [word, value] of Object.entries(all))
    if (value === undefined) throw new Error(`${line} has no ${word}.`);
  return {
    ...(all as Record<"name" | "user" | "keeper" | "thing" | "things" | "part" | "parts", string>),
    fields: [first as string, second as string, third as string],
    states: [from as string, to as string],
  };
}

/** Businesses that are neither boards nor to-do lists, and yet have people, rows, files and rules as these have. */
export const DOMAINS: readonly Domain[] = [
  "Library Loans, reader, librarian, book, books, copy, copies, shelf mark, edition, language, lent, returned",
  "Clinic Appointments, patient, physician, visit, visits, finding, findings, room, urgency, insurance, booked, attended",
  "Hotel Booking, guest, receptionist, stay, stays, night, nights, room type, board, arrival, reserved, checked in",
  "Fleet Care, driver, dispatcher, vehicle, vehicles, inspection, inspections, plate, mileage, fuel, parked, rented",
  "Payroll, employee, accountant, payslip, payslips, deduction, deductions, tax class, bonus, overtime, drafted, paid",
  "Warehouse, picker, foreman, pallet, pallets, carton, cartons, weight, bay, batch number, received, dispatched",
  "School Courses, student, teacher, course, courses, lesson, lessons, credit, semester, syllabus, announced, graded",
  "Gym Membership, athlete, trainer, workout, workouts, exercise, exercises, repetitions, load, pulse, planned, performed",
  "Event Tickets, visitor, organiser, concert, concerts, seat, seats, row, price band, doors, on sale, sold out",
  "Restaurant Orders, diner, waiter, order, orders, dish, dishes, allergen, course number, table, placed, served",
  "Property Letting, tenant, landlord, lease, leases, instalment, instalments, rent, deposit, square metres, offered, signed",
  "Insurance Claims, policyholder, adjuster, claim, claims, damage, damages, sum insured, excess, cause, reported, settled",
  "Museum Collection, researcher, curator, exhibit, exhibits, loan, loans, epoch, material, provenance, stored, displayed",
  "Laboratory Samples, technician, supervisor, sample, samples, assay, assays, reagent, dilution, temperature, drawn, analysed",
  "Parcel Delivery, sender, courier, parcel, parcels, stop, stops, postcode, dimensions, signature, collected, delivered",
  "Farm Records, farmer, vet, herd, herds, animal, animals, ear tag, breed, milk yield, grazing, housed",
  "Energy Metering, household, utility clerk, meter, meters, reading, readings, tariff, kilowatt hours, feeder, installed, sealed",
  "Charity Donations, donor, treasurer, donation, donations, pledge, pledges, purpose, receipt, currency, promised, received",
  "Recruiting, applicant, recruiter, application, applications, interview, interviews, salary, notice period, skill, submitted, shortlisted",
  "Field Service, customer, mechanic, repair, repairs, spare part, spare parts, serial number, warranty, hourly rate, requested, invoiced",
  "Airport Ground Handling, agent, ramp manager, turnaround, turnarounds, service, services, gate, stand, belt, scheduled, released",
  "Translation Agency, client, translator, manuscript, manuscripts, paragraph, paragraphs, source language, glossary, word count, quoted, proofread",
].map(domain);
