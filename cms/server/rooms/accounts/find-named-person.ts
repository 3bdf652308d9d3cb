import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Person, PersonRepository } from './person.repository.js'
import { normaliseUserName } from './user-name.rules.js'

/** The person of a user name as typed. Throws `account.not_found`. */
export async function findNamedPerson(
  { people }: { people: Pick<PersonRepository, 'findByUserName'> },
  typed: string,
): Promise<Person> {
  const userName = normaliseUserName(typed)
  const person = await people.findByUserName(userName)
  if (person === null) throw new AppError('account.not_found', { userName })
  return person
}
