import { describe, expect, test } from 'vitest';
import { fitKind } from '../../../src/evidence/registers/columns.ts';
import { buildLexicon } from '../../../src/evidence/registers/lexicon.ts';
import { vocabulary } from './read.ts';

const lexicon = buildLexicon(vocabulary.registers, vocabulary.headings);

/** field=heading of the columns that a kind finds in a header. */
function columnsOf(kind: string, header: readonly string[]): string {
  const words = lexicon.kinds.find((k) => k.kind === kind);
  if (!words) throw new Error(`no kind ${kind}`);
  const fit = fitKind(lexicon, words, header);
  return (
    [...fit.columns]
      .map(([field, column]) => `${field}=${header[column]}`)
      .sort()
      .join('; ') + (fit.missing.length ? ' (lacking)' : '')
  );
}

/** Headings of real registers, exports and import templates. */
describe('real headings', () => {
  test.each<[string, string[], string]>([
    [
      'agreement',
      ['Vendor', 'Service', 'PHI Access?', 'BAA Status', 'BAA Signed Date', 'Renewal Date', 'Contact', 'Notes'],
      'expires=Renewal Date; name=Vendor; services=Service; signed=BAA Signed Date; status=BAA Status',
    ],
    [
      'agreement',
      ['Vendor', 'BAA Signed Date', 'Renewal Date', 'Days Until Renewal', 'Action Required'],
      'expires=Renewal Date; name=Vendor; signed=BAA Signed Date',
    ],
    [
      'vendor',
      ['Subcontractor', 'Service Provided', 'Location', 'HIPAA BAA', 'Compliance Certifications', 'Last Security Review'],
      'baa=HIPAA BAA; name=Subcontractor; reviewed=Last Security Review; service=Service Provided',
    ],
    [
      'vendor',
      ['Vendor', 'Service Area', 'Data Class', 'BAA', 'DPA', 'SOC2/ISO', 'Risk Rating', 'Owner', 'Next Review', 'Notes'],
      'baa=BAA; name=Vendor; next-review=Next Review; owner=Owner; service=Service Area; tier=Risk Rating',
    ],
    [
      'vendor',
      ['Vendor', 'Service', 'Tier', 'PHI Access', 'BAA', 'Last Review', 'Next Review'],
      'baa=BAA; name=Vendor; next-review=Next Review; phi=PHI Access; reviewed=Last Review; service=Service; tier=Tier',
    ],
    [
      'agreement',
      ['Vendor', 'Service', 'PHI Access?', 'BAA Status', 'BAA Date', 'Expiry', 'Risk Level', 'Owner', 'Review Date'],
      'expires=Expiry; name=Vendor; owner=Owner; services=Service; signed=BAA Date; status=BAA Status',
    ],
    [
      'agreement',
      ['Vendor', 'Service', 'BAA Signed?', 'Signed Date', 'Expiration', 'Owner', 'Status'],
      'expires=Expiration; name=Vendor; owner=Owner; services=Service; signed=Signed Date; status=BAA Signed?',
    ],
    [
      'vendor',
      ['Vendor', 'Service', 'ePHI Access', 'BAA Status', 'Expiration', 'Last Review', 'Risk'],
      'baa=BAA Status; name=Vendor; phi=ePHI Access; reviewed=Last Review; service=Service; tier=Risk',
    ],
    [
      'agreement',
      ['BA ID', 'Business Associate Name', 'Service Provided', 'PHI Access Type', 'BAA Status', 'BAA Date', 'Review Date'],
      'id=BA ID; name=Business Associate Name; services=Service Provided; signed=BAA Date; status=BAA Status',
    ],
    [
      'agreement',
      ['Subcontractor', 'Primary BA', 'Service', 'PHI Access', 'BAA with BA', 'CE Notified'],
      'name=Subcontractor; services=Service; status=BAA with BA',
    ],
    ['agreement', ['Vendor', 'BAA Available', 'BAA Signed', 'Date', 'Notes'], 'name=Vendor; signed=Date; status=BAA Signed'],
    [
      'agreement',
      ['Provider', 'BAA signed date', 'Contract ref', 'Owner'],
      'document=Contract ref; name=Provider; owner=Owner; signed=BAA signed date',
    ],
    [
      'vendor',
      ['Subprocessor', 'Service', 'PHI in scope', 'BAA status'],
      'baa=BAA status; name=Subprocessor; phi=PHI in scope; service=Service',
    ],
    [
      'agreement',
      [
        'Vendor name (common name)',
        'Vendor legal entity name',
        'Service description',
        'PHI types involved',
        'Date BAA signed',
        'BAA provided by',
        'Amendments',
        'Storage location',
      ],
      'document=Storage location; name=Vendor name (common name); services=Service description; signed=Date BAA signed',
    ],
    [
      'agreement',
      ['associateName', 'associateType', 'baa_status', 'baa_signed_at', 'effectiveDate', 'expirationDate'],
      'direction=associateType; effective=effectiveDate; expires=expirationDate; name=associateName; signed=baa_signed_at; status=baa_status',
    ],
    [
      'training-record',
      ['Employee', 'Role', 'Module', 'Completion Date', 'Delivery Method', 'Attestation', 'Manager Sign-Off'],
      'completed=Completion Date; module=Module; person-name=Employee',
    ],
    [
      'training-record',
      ['Name', 'Role', 'Required Training', 'Completed', 'Due Date', 'Status'],
      'completed=Completed; module=Required Training; person-name=Name; status=Status',
    ],
    [
      'training-record',
      ['employee_email', 'training_date', 'name', 'content', 'results'],
      'completed=training_date; email=employee_email; module=content; person-name=name; status=results',
    ],
    [
      'training-record',
      ['Employee ID', 'Training Type', 'Completion Date', 'Expiration Date'],
      'completed=Completion Date; expires=Expiration Date; module=Training Type; person-id=Employee ID',
    ],
    [
      'training-record',
      [
        'Username',
        'Last Name',
        'First Name',
        'External Course Code',
        'External Course Title',
        'Course Search Filter',
        'Start Date',
        'Completed Date',
      ],
      'completed=Completed Date; first-name=First Name; last-name=Last Name; module=External Course Title; username=Username',
    ],
    [
      'training-record',
      ['username', 'userid', 'coursename', 'courseid', 'timeenrolled', 'timestarted', 'timecompleted'],
      'completed=timecompleted; module=coursename; person-id=userid; username=username',
    ],
    [
      'training-record',
      ['active', 'completed', 'title_id', 'date_certified', 'emplid', 'duenext'],
      'completed=date_certified; module=title_id; person-id=emplid; status=completed',
    ],
    [
      'training-record',
      [
        'Employee ID',
        'Employee Number',
        'First Name',
        'Last Name',
        'Task Name',
        'Task Level',
        'Knowledge Completion Date',
        'Capability Completion Date',
      ],
      'completed=Knowledge Completion Date; first-name=First Name; last-name=Last Name; module=Task Name; person-id=Employee ID',
    ],
    [
      'training-record',
      [
        'User Identifier',
        'Learning Experience External ID',
        'Learning Experience Completion Date',
        'Object Completion Date',
        'Enrolment Date',
      ],
      'completed=Learning Experience Completion Date; module=Learning Experience External ID; person-id=User Identifier',
    ],
    [
      'training-record',
      [
        'Enrollment ID',
        'Employee Code',
        'Employee Name',
        'Department',
        'Training Name',
        'Provider',
        'Level',
        'Progress',
        'Status',
        'Enrollment Date',
        'Start Date',
        'Completion Date',
      ],
      'completed=Completion Date; module=Training Name; person-id=Employee Code; person-name=Employee Name; status=Status',
    ],
    [
      'person',
      [
        'Last Name',
        'First Name',
        'Email Address',
        'Status',
        'Country',
        'U.S. State',
        'City',
        'Location',
        'Supervisor Status',
        'Employee ID',
        'Hire Date',
        'Title',
        'Role',
        'Exempt',
      ],
      'email=Email Address; first-name=First Name; id=Employee ID; last-name=Last Name; role=Title; start=Hire Date; status=Status',
    ],
    [
      'person',
      [
        'First Name [Required]',
        'Last Name [Required]',
        'Email Address [Required]',
        'Password [Required]',
        'Status [READ ONLY]',
        'Employee ID',
        'Employee Type',
        'Employee Title',
        'Department',
      ],
      'email=Email Address [Required]; first-name=First Name [Required]; id=Employee ID; last-name=Last Name [Required]; role=Employee Title; status=Status [READ ONLY]; type=Employee Type',
    ],
    [
      'risk',
      ['risk_id', 'risk', 'likelihood', 'impact', 'score', 'control', 'owner', 'status'],
      'id=risk_id; impact=impact; level=score; likelihood=likelihood; name=risk; owner=owner; status=status; treatment=control',
    ],
    [
      'risk',
      [
        'Risk ID',
        'Risk Description',
        'Risk Category',
        'Likelihood',
        'Impact',
        'Mitigation Measures',
        'Risk Owner',
        'Status',
        'Review Date',
      ],
      'id=Risk ID; impact=Impact; likelihood=Likelihood; name=Risk Description; owner=Risk Owner; status=Status; treatment=Mitigation Measures',
    ],
    [
      'risk',
      [
        'Risk ID',
        'Asset/Process',
        'Threat',
        'Vulnerability',
        'Impact (1-5)',
        'Likelihood (1-5)',
        'Score',
        'Risk Level',
        'Risk Owner',
        'Treatment',
        'Measure/Control',
        'Status',
        'Target Date',
        'Remarks',
      ],
      'due=Target Date; id=Risk ID; impact=Impact (1-5); level=Risk Level; likelihood=Likelihood (1-5); name=Threat; owner=Risk Owner; status=Status; treatment=Treatment',
    ],
  ])('%s: %j', (kind, header, columns) => expect(columnsOf(kind, header)).toBe(columns));
});

test('every need of a kind names a field of it, and no heading is said twice in a field', () => {
  for (const { kind, needs, fields } of vocabulary.registers) {
    const names = fields.map((f) => f.name);
    expect([kind, needs.flat().filter((n) => !names.includes(n))]).toEqual([kind, []]);
    for (const field of fields) expect([kind, field.name, field.headings.length]).toEqual([kind, field.name, new Set(field.headings).size]);
  }
});
