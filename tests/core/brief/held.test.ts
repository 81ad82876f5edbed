import { expect, test } from "vitest";
import { isHeld, setsTerms, turnsBack } from "#core/brief/held.ts";

test.each([
  // It answers the sentence before.
  ["But the ferry sails on Sundays."],
  ["However, the ferry sails on Sundays."],
  ["The harbour, however, stays open."],
  ["As a result, the ferry sails half empty."],
  // It goes on with it.
  ["Immediately thereafter, the crane fell into the dock."],
  ["Now a number of captains ask for a pilot."],
  ["Only he will not be on the boat."],
  ["Even the harbour master was not told."],
  ["Fewer boats came in June."],
  ["Other captains asked for a pilot."],
  ["That is why the pilots see it in another light."],
  ["It was just days after a tug had sunk off Tarn."],
  ["Some of that was spent on rope."],
  ["On the last point, Moe had nothing to say."],
  ["The captain then asked for a pilot."],
  // Its other side is missing.
  ["A second part, at 40 crowns, pays for the pier."],
  ["In the third wreck, six sailors were lost."],
  ["In June two were hurt in a similar fall."],
  ["In 1931, after a comparable length of time, two boats had sunk."],
  ["In a further step, the council sold the crane."],
  ["Under that plan the ferry is sold."],
  ["At the back of the hall, that captain will have to shout."],
  ["Moe plans to lead such a voyage in May."],
  ["The pilots have done the same with their boats."],
  ["Ida Moe has said that more than once."],
  ["Ida Moe said that on Monday."],
  ["Unlike that, the crane is new."],
  ["For this, each captain was fined 40 crowns."],
  ["Rope is another area in which Tarn can save."],
  ["In May, the harbours made their case and the council listened."],
  ["The yard in Lund played catch-up with a new crane."],
  ["The yard in Lund followed suit on Monday."],
  ["The second mate disagrees."],
  ["As Moe pointed out, the crane had been built in the open."],
  // On which condition, another sentence says.
  ["Thousands of sailors would lose their berths."],
])("held by the sentence before: %s", (text) => expect(isHeld(text)).toBe(true));

test.each([
  ["Now 45, Moe runs the ferry."],
  ["Only 800 berths are left in the harbour."],
  ["Even though it rained, the ferry sailed."],
  ["For this ferry, each captain paid 40 crowns."],
  ["Each wreck that is found is another blow for the yard."],
  ["In May, the harbours made their case for a new crane."],
  ["The captain and the mate disagreed over who had left the crane."],
  ["As captain Moe left, the crane fell into the dock."],
  ["Fewer than 40 boats came in June."],
  ["Earlier this week the council sold the crane."],
  ["It was the last ferry of the year."],
  ["The second half brought no goal."],
  ["Moe is only the third woman to run the harbour."],
  ["It was the Second World War that closed the yard."],
  ["The crane was similar to the one at Sund."],
  ["Boats such as the Lady Tarn lie idle."],
  ["Moe said that the council was wrong."],
  ["The council said the ferry would be sold."],
  ["If the pier fell, the ferry would be sold."],
  ["In that he was right."],
  ["Lower Tarn has sold its crane."],
  ["Ahead of the regatta, Moe sold the crane."],
  ["Unlike most harbours, Tarn has no crane."],
  ["Ruta Vance had earlier worked for the yard."],
  ["The list leaves out Brine, the fourth harbour named in the plan."],
  ["Moe said that on Monday two boats had been seen off the pier."],
  ["In 1931 they took a length of rope comparable to a pier."],
  ["The union wants equal pay."],
])("stands: %s", (text) => expect(isHeld(text)).toBe(false));

test.each([
  ["But there was one night when she did.", true],
  ["Only he will not be on the boat.", true],
  ["The pilots, however, were not asked.", true],
  ["Only 40 boats came.", false],
  ["The pilots were not asked.", false],
])("takes back what stands before it: %s", (text, turns) => expect(turnsBack(text)).toBe(turns));

test.each([
  ["According to the pilots, the pier began to lean in May.", true],
  ["If the pier fell, the harbour would silt up.", true],
  ["The lawsuit says the sales have cost the harbour its peace.", true],
  ["For the people on the top deck, life is good.", true],
  ["Moe likens the pier to a sleeping dog.", true],
  ["The pier began to lean in May.", false],
])("sets terms: %s", (text, sets) => expect(setsTerms(text)).toBe(sets));
