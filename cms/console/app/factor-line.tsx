// Says once, on every page, that a role needs a second factor and until when.
import { Link } from '@tanstack/react-router'
import { systemClock } from '../../../shared/kernel/clock.js'
import { Icon } from '../ui/icon.js'
import { useCopy } from '../ui/language.js'
import { useMe } from '../ui/me.js'
import { sayDate } from '../ui/time.js'

export function FactorLine() {
  const { account } = useCopy()
  const { required, relaxed, shown, enrolled, dueAt } = useMe().secondFactor
  if (!required || relaxed || shown || dueAt === null) return null
  const due = Date.parse(dueAt) <= systemClock.now()
  return (
    <div className="lost-line" role="status">
      <Icon name="shield" />
      <span>
        <b>{account.factorMissing}</b>{' '}
        {enrolled
          ? account.factorNotShown
          : due
            ? account.factorDue
            : account.factorSoon(sayDate(dueAt))}{' '}
        <Link className="link" to="/tai-khoan">
          {account.toAccount}
        </Link>
      </span>
    </div>
  )
}
