import { roles } from './gold.ts';
import { incidentTypes } from './incidents.ts';

// The yes-or-no questions that the model is trained for, besides incident types and roles.

/** Whether a document is about an incident that is asked for, and of which types: questions to the model. */
export const relevance = 'RELEVANT';
export const documentQuestions: readonly string[] = [relevance, ...incidentTypes];

/** The same, asked before the sentences and entities are judged. */
export const atFirst = (question: string): string => `FIRST ${question}`;

/** Whether a sentence names somebody or something that has a role; whether an entity died; whether a number is the toll. */
export const telling = 'TELLING';
export const dead = 'DEAD';
export const toll = 'TOLL';
export const entityQuestions: readonly string[] = [...roles, dead];
