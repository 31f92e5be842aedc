/** Making a meet-up's own form out of a format: rounds left out, rounds shortened or lengthened. */
import { type Format, parseFormat } from '@ruimte/shared/content/format';
import { findUnrevealed, type KeptRound } from '@ruimte/shared/content/own-form';
import { RuimteError } from '@ruimte/shared/errors';

/**
 * The format with only these rounds, each as long as asked. Turns of a rotation become longer or shorter along with
 * their round, so that everybody still gets everywhere.
 * @throws RuimteError `invalid` for a round the format does not have, when none is left, and when a private round would
 * lose every reveal after it.
 */
export function makeOwnForm(format: Format, kept: readonly KeptRound[]): Format {
  const wanted = new Map(kept.map(({ id, minutes }) => [id, minutes]));
  const rounds = format.rounds.flatMap((round) => {
    const minutes = wanted.get(round.id);
    if (minutes === undefined) return [];
    const share = minutes / round.minutes;
    const rotate = round.rotate === undefined ? {} : { rotate: { minutes: round.rotate.minutes * share } };
    return [{ ...round, minutes, ...rotate }];
  });
  if (rounds.length !== kept.length)
    throw new RuimteError('invalid', 'a round is not in this format, or twice');
  const lost = findUnrevealed(rounds);
  if (lost !== undefined) throw new RuimteError('invalid', `nothing reveals the notes of round ${lost.id}`);
  const minutes = rounds.reduce((sum, round) => sum + round.minutes, 0);
  const parsed = parseFormat({ ...format, rounds, minutes });
  if (!parsed.ok) throw new RuimteError('invalid', 'the form that is left cannot be led');
  return parsed.value;
}
