import { z } from 'zod'
import { ENDPOINTS, type Endpoint } from '../../../shared/contract/endpoints.js'
import { problemSchema } from '../../../shared/contract/errors.js'
import { STATUS } from './error-status.js'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of /api/v1, made from the endpoint table. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {}
  for (const [name, endpoint] of Object.entries<Endpoint>(ENDPOINTS)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: operationOf(name, endpoint),
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bảng Tin',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'bangtin.session_token',
        },
      },
    },
  }
}

function operationOf(name: string, endpoint: Endpoint): Json {
  return {
    operationId: name,
    summary: endpoint.summary,
    ...(endpoint.access === 'public' ? { security: [] } : {}),
    parameters: [...pathParameters(endpoint), ...queryParameters(endpoint)],
    ...bodyOf(name, endpoint),
    responses: {
      '200': {
        description: endpoint.summary,
        content: contentOf(endpoint),
      },
      ...problemResponses(endpoint),
    },
  }
}

function contentOf({ streams, output }: Endpoint): Json {
  if (streams === undefined)
    return { 'application/json': { schema: schemaOf(output, 'output') } }
  return Object.fromEntries(
    streams.map((type) => [type, { schema: { type: 'string' } }]),
  )
}

function pathParameters({ path }: Endpoint): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameters({ query }: Endpoint): Json[] {
  if (query === undefined) return []
  const schema = schemaOf(query, 'input')
  const required = (schema['required'] ?? []) as string[]
  return Object.entries((schema['properties'] ?? {}) as Json).map(
    ([name, property]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      schema: property,
    }),
  )
}

function bodyOf(name: string, endpoint: Endpoint): Json {
  if (name === 'uploadMedia')
    return {
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              required: ['file'],
              properties: {
                areaId: { type: 'string' },
                alt: { type: 'string' },
                poster: { type: 'string', format: 'binary' },
                file: { type: 'string', format: 'binary' },
              },
            },
          },
        },
      },
    }
  if (endpoint.body === undefined) return {}
  return {
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: schemaOf(endpoint.body, 'input') },
      },
    },
  }
}

function problemResponses(endpoint: Endpoint): Json {
  const codes = new Map<number, string[]>()
  const every = ['request.invalid', 'auth.required', 'auth.forbidden'] as const
  for (const code of [...every, ...endpoint.errors]) {
    const status = STATUS[code]
    codes.set(status, [...(codes.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...codes].map(([status, names]) => [
      String(status),
      {
        description: names.join(', '),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
          },
        },
      },
    ]),
  )
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
  })
  return json
}
