// An issuer with discovery and one key. Prints a token that is good for an hour, then serves.
import { createServer } from 'node:http'
import { generateKeyPairSync, sign } from 'node:crypto'

const port = Number(process.argv[2])
const issuer = `http://127.0.0.1:${port}`
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const base64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const now = Math.floor(Date.now() / 1000)
const signed = base64({ alg: 'RS256', kid: 'bench', typ: 'JWT' }) + '.' + base64({
  iss: issuer,
  aud: 'api://huntgate',
  sub: '5d3c4d6e-2f0a-4f57-9d4e-0b4b9c1f7f10',
  preferred_username: 'dashboard@soc.example',
  roles: ['Huntgate.Incidents.Read', 'Huntgate.Hunting.Adhoc'],
  iat: now,
  nbf: now,
  exp: now + 3600
})

createServer((request, response) => {
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify(request.url === '/keys'
    ? { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'bench', alg: 'RS256', use: 'sig' }] }
    : { issuer, jwks_uri: `${issuer}/keys` }))
}).listen(port, '127.0.0.1', () => {
  console.log(signed + '.' + sign('sha256', Buffer.from(signed), privateKey).toString('base64url'))
})
