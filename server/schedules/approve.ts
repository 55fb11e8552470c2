import { type Actor, assignmentItem } from '../assignments/bulk.ts';
import { allAssignments, writeAssignments } from '../assignments/queries.ts';
import { stepped } from '../assignments/stages.ts';
import { openAction } from '../changes/record.ts';
import { wholeCountry } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { notFound, Problem } from '../http/problem.ts';
import { freezeBaseline } from './baseline.ts';
import { scheduleVersions } from './queries.ts';
import type { ApprovalReply } from './schema.ts';
import { recordSchedule } from './send.ts';

/**
 * Approves the version of a schedule that the person saw: what was accepted is
 * agreed from now on, frozen as a baseline. Nothing may wait for an answer;
 * what was declined stays aside.
 */
export function approve(
  database: Database,
  actor: Actor,
  operatorCode: string,
  version: number,
): Promise<ApprovalReply> {
  return database.transaction(async () => {
    const regionCodes = (await allAssignments(database, operatorCode)).map(({ regionCode }) => regionCode);
    const about = { actor: actor.login, verb: 'approve' as const, regionCodes: [wholeCountry, ...regionCodes] };
    const action = await openAction(database, about);
    const versions = await scheduleVersions(database, operatorCode);
    const schedule = versions.find((one) => one.version === version);
    if (schedule === undefined) throw notFound(`version ${version} of a schedule of ${operatorCode}`);
    if (schedule.state !== 'sent') {
      throw new Problem(409, 'Cannot be approved', `Version ${version} is ${schedule.state} already.`, {
        refusal: 'version-decided',
      });
    }
    // All rows of a region that was not locked came to be after the first look.
    const assignments = (await allAssignments(database, operatorCode)).filter(({ regionCode }) =>
      regionCodes.includes(regionCode),
    );
    const accepted = assignments.filter(({ stage }) => stage === 'accepted');
    const open = (stage: string) => assignments.filter((one) => one.stage === stage).length;
    const waiting = { proposed: open('proposed'), countered: open('countered'), accepted: accepted.length };
    if (open('proposed') + open('countered') > 0 || accepted.length === 0) {
      throw new Problem(
        409,
        'Cannot be approved',
        `${open('proposed')} wait for the operator's answer, ${open('countered')} for yours, ` +
          `${accepted.length} are accepted. Settle those that wait, or cancel them with a reason.`,
        { refusal: 'awaiting', values: waiting, ...waiting },
      );
    }
    const pairs = accepted.map((before) => ({
      before,
      after: { ...stepped(before, 'approve', {}), version: action.sequence(before.regionCode) },
    }));
    await writeAssignments(
      database,
      pairs.map(({ after }) => after),
    );
    for (const { before, after } of pairs) action.add(after.regionCode, assignmentItem(before, after));
    for (const before of versions.filter(({ state }) => state === 'approved')) {
      await recordSchedule(database, action, before, { ...before, state: 'superseded' });
    }
    const approved = await recordSchedule(database, action, schedule, {
      ...schedule,
      state: 'approved',
      approvedOn: actor.today,
      approvedBy: actor.login,
    });
    const baseline = await freezeBaseline(database, action, operatorCode, {
      madeOn: actor.today,
      madeBy: actor.login,
      responsibleOfficer: schedule.responsibleOfficer,
      scheduleVersion: version,
      changeRequests: [],
    });
    await action.close();
    return { actionId: action.id, approved: pairs.length, schedule: approved, baseline };
  });
}
