// A page of made-up incidents as Microsoft Graph gives it, newest first, with alerts if they are asked for.

const SEVERITIES = ['high', 'medium', 'low', 'informational'];
const time = (minutes) => new Date(Date.UTC(2026, 2, 1) - minutes * 60_000).toISOString().replace('Z', '3333Z');

const alert = (incident, place) => ({
  id: `da${incident}_${place}`,
  incidentId: String(incident),
  status: 'new',
  severity: SEVERITIES[place % 4],
  serviceSource: 'microsoftDefenderForEndpoint',
  detectionSource: 'antivirus',
  detectorId: `detector-${place}`,
  title: `A program of no good name was started, step ${place}`,
  description: 'A program that is seldom seen was started by another that is often used to hide one. '.repeat(4),
  category: 'Execution',
  createdDateTime: time(place),
  lastUpdateDateTime: time(place),
  firstActivityDateTime: time(place + 5),
  lastActivityDateTime: time(place + 1),
  mitreTechniques: ['T1059.001', 'T1105'],
  evidence: [
    {
      '@odata.type': '#microsoft.graph.security.deviceEvidence',
      createdDateTime: time(place),
      verdict: 'suspicious',
      remediationStatus: 'none',
      roles: ['compromised'],
      tags: [],
      mdeDeviceId: incident.toString(16).padStart(40, '0'),
      deviceDnsName: `ws-${incident % 2000}.contoso.example`,
      osPlatform: 'Windows11',
      healthStatus: 'active',
      riskScore: 'medium',
      loggedOnUsers: [{ accountName: 'ann', domainName: 'CONTOSO' }],
    },
    {
      '@odata.type': '#microsoft.graph.security.processEvidence',
      createdDateTime: time(place),
      verdict: 'malicious',
      remediationStatus: 'prevented',
      roles: [],
      tags: [],
      processId: 4000 + place,
      processCommandLine: 'powershell.exe -NoProfile -File c:\\temp\\update.ps1',
      imageFile: { fileName: 'powershell.exe', filePath: 'c:\\windows\\system32', sha1: '0'.repeat(40) },
      userAccount: { accountName: 'ann', domainName: 'CONTOSO', userPrincipalName: 'ann@contoso.example' },
    },
  ],
});

/** The page's bytes. */
export function incidents(count, withAlerts) {
  return Buffer.from(JSON.stringify({
    value: Array.from({ length: count }, (_, place) => {
      const id = 920_000 - place;
      return {
        id: String(id),
        tenantId: '5b0f1d2c-7f64-4f39-9a55-3f1c2b8f6a10',
        incidentWebUrl: `https://security.microsoft.com/incidents/${id}`,
        redirectIncidentId: null,
        displayName: `Multi-stage incident involving Execution on ${place + 1} endpoints`,
        description: 'Activity that belongs together was seen on several endpoints within an hour. '.repeat(3),
        createdDateTime: time(place * 7),
        lastUpdateDateTime: time(place * 7 - 3),
        assignedTo: place % 3 ? null : 'ann@contoso.example',
        classification: 'unknown',
        determination: 'unknown',
        status: 'active',
        severity: SEVERITIES[place % 4],
        customTags: ['bench'],
        systemTags: [],
        comments: [],
        ...(withAlerts ? { alerts: [0, 1, 2].map((each) => alert(id, each)) } : {}),
      };
    }),
  }));
}
