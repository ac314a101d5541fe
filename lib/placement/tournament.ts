/** In place of a contender: nobody may play. */
export const nobody = -1;

/**
 * Knows the best of many contenders, which are numbers here, while they get better and worse one at a time: each change plays again only the matches that
 * it can decide. A tournament may take part in a greater one, for which its champion plays.
 */
export class Tournament {
  /** By place. */
  private readonly contenders: number[] = [];
  private readonly within: Tournament[] = [];
  /** The final is match 1, and the winners of the matches 2n and 2n + 1 meet in match n. The contenders stand from `size` on. */
  private winners = new Int32Array();
  /** How many are as good as the winner of a match, itself included. */
  private equal = new Int32Array();
  private size = 0;
  /** Until the next question, as there are more contenders than places. The greater tournaments then wait too. */
  private waits = true;

  /** @param compare below 0 where the first is better; what it goes by may change only for those that are `set` before the next question */
  constructor(private readonly compare: (a: number, b: number) => number, private readonly greater?: Tournament, private readonly place = 0) {}

  /** Whoever is best. */
  get champion(): number {
    if (this.waits) this.playAll();
    return this.winners[1] ?? nobody;
  }

  /** How many are as good as the champion, itself included. */
  get equals(): number {
    if (this.waits) this.playAll();
    return this.equal[1] ?? 0;
  }

  /** Of those the `n`th, in the order in which they entered. */
  nth(n: number): number {
    const { champion } = this;
    let match = 1, left = n;
    while (match < this.size) {
      match *= 2;
      const winner = this.winners[match] ?? nobody, equals = winner !== nobody && this.compare(winner, champion) === 0 ? this.equal[match] ?? 0 : 0;
      if (left >= equals) [match, left] = [match + 1, left - equals];
    }
    return this.within[match - this.size]?.nth(left) ?? this.winners[match] ?? nobody;
  }

  /** Makes a place for one more, and tells which. */
  enter(): number {
    const place = this.contenders.push(nobody) - 1;
    if (place >= this.size) this.wait();
    return place;
  }

  /** A tournament of some that enter this one together. */
  enterTogether(): Tournament {
    const place = this.enter(), tournament = new Tournament(this.compare, this, place);
    this.within[place] = tournament;
    return tournament;
  }

  /** Who plays in that place from now on, and how many as good there are; also where it has got better or worse. */
  set(place: number, contender: number, equals: number): void {
    if (contender === nobody && this.contenders[place] === nobody) return;
    this.contenders[place] = contender;
    if (this.waits) return;
    let match = this.size + place;
    this.winners[match] = contender;
    this.equal[match] = equals;
    while ((match >>= 1) > 0) {
      // Where another wins as before, nothing changes from there on.
      if (!this.play(match) && this.winners[match] !== contender) return;
    }
    this.playOn();
  }

  /** Sends the champion on once more, as it has got better or worse beside others. */
  playOn(): void {
    if (!this.waits) this.greater?.set(this.place, this.champion, this.equals);
  }

  /** Whether the match turns out otherwise than before. */
  private play(match: number): boolean {
    const { winners, equal } = this, a = winners[2 * match] ?? nobody, b = winners[2 * match + 1] ?? nobody;
    const order = a === nobody ? 1 : b === nobody ? -1 : this.compare(a, b);
    const winner = order > 0 ? b : a, equals = (order > 0 ? 0 : equal[2 * match] ?? 0) + (order < 0 ? 0 : equal[2 * match + 1] ?? 0);
    if (winners[match] === winner && equal[match] === equals) return false;
    winners[match] = winner;
    equal[match] = equals;
    return true;
  }

  private playAll(): void {
    const { contenders, within } = this;
    this.waits = false;
    within.forEach(({ champion }, place) => { contenders[place] = champion; });
    this.size = 1;
    while (this.size < contenders.length) this.size *= 2;
    this.winners = new Int32Array(2 * this.size).fill(nobody);
    this.winners.set(contenders, this.size);
    this.equal = this.winners.map((contender, match) => (contender === nobody ? 0 : within[match - this.size]?.equals ?? 1));
    for (let match = this.size - 1; match > 0; match--) this.play(match);
  }

  private wait(): void {
    this.waits = true;
    this.greater?.wait();
  }
}
