import { expect, test } from 'vitest';
import { read, values } from './read.ts';

function levelOf(text: string, heading = 'Risk Level'): unknown {
  const { records } = read({ 'risk-register.csv': `Risk ID,Risk,"${heading}",Owner,Status\nR-1,Loss of laptops,"${text}",COO,Open\n` });
  return values(records[0]).level;
}

test.each([
  ['High', 'high'],
  ['High (20)', 'high'],
  ['HIGH - 16', 'high'],
  ['H', 'high'],
  ['🔴 High', 'high'],
  ['20 (High)', 'high'],
  ['16 - HIGH', 'high'],
  ['16/25', 'high'],
  ['20 of 25', 'critical'],
  ['Very High', 'critical'],
  ['Medium-High', 'high'],
  ['Moderate', 'medium'],
  ['8/25 - medium', 'medium'],
  ['L', 'low'],
  ['16', '16'],
  ['Low (was High)', '<unreadable>'],
  ['High?', '<unreadable>'],
  ['Spicy', '<unreadable>'],
  ['TBD', '<placeholder>'],
])('the level %j of a risk is %s', (text, expected) => expect(levelOf(text)).toBe(expected));

test.each([
  ['Risk Score (1-25)', '16', 'high'],
  ['Risk Score (1-5 x 1-5)', '20', 'critical'],
  ['Risk Score (5x5)', '4', 'low'],
  ['Risk Rating (1 to 5)', '4', 'high'],
  ['Risk Score (0-10)', '8.9', 'high'],
  ['Risk Score (1-25)', '26', '26'],
  ['Risk Score', '20', '20'],
])('a score under the heading %j: %s is %s', (heading, text, expected) => expect(levelOf(text, heading)).toBe(expected));

test.each([
  ['Final', 'final'],
  ['Completed 2026-03-01', 'final'],
  ['Approved by the CEO', 'final'],
  ['Draft', 'draft'],
  ['DRAFT v2', 'draft'],
  ['In progress, final report in May', 'draft'],
  ['Scheduled', 'planned'],
  ['Superseded by RA-9', 'superseded'],
  ['Final?', '<unreadable>'],
  ['Completed except cloud', '<unreadable>'],
  ['Half-way', '<unreadable>'],
])('the status %j of a risk assessment is %s', (text, expected) => {
  const { records } = read({ 'risk-assessments.csv': `Assessment,Completed On,Scope,Status\nAnnual,2026-03-01,All,"${text}"\n` });
  expect(values(records[0]).status).toBe(expected);
});
