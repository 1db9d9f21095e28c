/**
 * Thrown where the data cannot answer what a method asks: too few events, separation, no convergence. The message is a
 * sentence for a researcher and says what could be done instead. Wrong arguments throw RangeError.
 */
export class NotEstimable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotEstimable';
  }
}
