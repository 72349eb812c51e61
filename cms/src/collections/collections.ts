import { SignInAttempts } from '../users/attempts/SignInAttempts.ts'
import { Passkeys } from '../users/passkeys/Passkeys.ts'
import { SecondFactors } from '../users/secondFactor/SecondFactors.ts'
import { Authors } from './Authors.ts'
import { Categories } from './Categories.ts'
import { ComparisonTables } from './ComparisonTables.ts'
import { Ctas } from './Ctas.ts'
import { Enquiries } from './Enquiries.ts'
import { Media } from './Media.ts'
import { Pages } from './Pages.ts'
import { Posts } from './Posts.ts'
import { Redirects } from './Redirects.ts'
import { Services } from './Services.ts'
import { TakeawayCards } from './TakeawayCards.ts'
import { Users } from './Users.ts'

/** Every collection, in the order of the admin's menu. */
export const collections = [
  Posts,
  ComparisonTables,
  TakeawayCards,
  Categories,
  Authors,
  Media,
  Services,
  Pages,
  Ctas,
  Redirects,
  Enquiries,
  Users,
  SignInAttempts,
  SecondFactors,
  Passkeys,
]
