// Rows of a made-up DeviceNetworkEvents, the same at each start.

export const COLUMNS = [
  ['Timestamp', 'DateTime'],
  ['DeviceId', 'String'],
  ['DeviceName', 'String'],
  ['ActionType', 'String'],
  ['RemoteIP', 'String'],
  ['RemotePort', 'Int32'],
  ['RemoteUrl', 'String'],
  ['InitiatingProcessFileName', 'String'],
  ['InitiatingProcessId', 'Int64'],
  ['ReportId', 'Int64'],
];

const ACTIONS = ['ConnectionSuccess', 'ConnectionFailed', 'ConnectionAttempt', 'InboundConnectionAccepted'];
const PROGRAMS = ['svchost.exe', 'msedge.exe', 'powershell.exe', 'teams.exe', 'chrome.exe', 'outlook.exe'];
const START = Date.UTC(2026, 2, 1);

function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * sides);
  };
}

/** Arrays of values in the order of the columns. */
export function rows(count) {
  const roll = dice(20260301);
  return Array.from({ length: count }, (_, index) => {
    const device = roll(2000);
    const host = roll(9000);
    return [
      // No trailing zero, which is a matter of taste between the servers.
      new Date(START + index * 30 + 1 + roll(9)).toISOString(),
      (device * 2654435761).toString(16).padStart(12, '0').repeat(3),
      `ws-${String(device).padStart(4, '0')}.contoso.example`,
      ACTIONS[roll(ACTIONS.length)],
      `203.0.${host % 114}.${host % 251}`,
      roll(4) ? 443 : 1024 + roll(60000),
      `https://host${host}.example/updates/${roll(300)}`,
      PROGRAMS[roll(PROGRAMS.length)],
      1000 + roll(30000),
      5_000_000 + index,
    ];
  });
}
