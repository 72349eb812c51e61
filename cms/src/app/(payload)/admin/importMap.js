import { Journal as Journal_2dd44bf737c0be11150db1e4d47cafe1 } from '../../../admin/journal/Journal.tsx'
import { Suggestions as Suggestions_d78aa97b7e39dedfe37c3e09a9172271 } from '../../../admin/Suggestions.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { JournalFeatureClient as JournalFeatureClient_ba97ac1baa1ee3d482ca3fb50ea6e497 } from '../../../admin/journal/JournalFeatureClient.tsx'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RowLabel as RowLabel_fd22e04681c1e9cfc3547b445d59afa2 } from '../../../admin/RowLabel.tsx'
import { NotYetPublished as NotYetPublished_d7fb10f8938a88d89d2abb0dbc3e86af } from '../../../admin/NotYetPublished.tsx'
import { AddressNote as AddressNote_7fcbf55f39abf94103e715df659fe1de } from '../../../admin/notes/AddressNote.tsx'
import { DateField as DateField_9a9fcb8a1f9599b444b62371034bea69 } from '../../../admin/dates/DateField.tsx'
import { UsedIn as UsedIn_9841bb7bf04ae14132f43fe3cd9349ab } from '../../../admin/UsedIn.tsx'
import { ListTime as ListTime_bac8edf1c11fddeab0d815c0bc8ef583 } from '../../../admin/merge/ListTime.tsx'
import { ListPresence as ListPresence_ac3cb5aa0398e2c39d70e84d7c2dce6b } from '../../../admin/presence/ListPresence.tsx'
import { FormPresence as FormPresence_6c03ec45944c09e1870a3f26584a3fe3 } from '../../../admin/presence/FormPresence.tsx'
import { LiveStatus as LiveStatus_cf58cd49660c7af7a30a66b217c2a4f9 } from '../../../admin/LiveStatus.tsx'
import { UnsavedWords as UnsavedWords_0d39662635a7510ef6ca4c53d4acf631 } from '../../../admin/UnsavedWords.tsx'
import { FormWatch as FormWatch_14ab68ad54b5a7ed137264ecf8f03b2d } from '../../../admin/forms/FormWatch.tsx'
import { DiscardDraft as DiscardDraft_1ca778ec9d78d8c407876ab9eaf0c4da } from '../../../admin/versions/DiscardDraft.tsx'
import { HistoryMenuItem as HistoryMenuItem_f0a3aab9521b66dd96bfa4233d7c7f25 } from '../../../admin/audit/HistoryMenuItem.tsx'
import { KeepVersion as KeepVersion_7fe38fc31f3ca23fa1c74fa0210acfaf } from '../../../admin/versions/KeepVersion.tsx'
import { DraftStatus as DraftStatus_2034ca55149b16bb77aee54c67a17844 } from '../../../admin/versions/DraftStatus.tsx'
import { VersionView as VersionView_e6a7a70b08433b55312bcf819604d25d } from '../../../admin/VersionView.tsx'
import { VersionsView as VersionsView_ab62b1467a6aba7e62657ff9a157bc0f } from '../../../admin/versions/VersionsView.tsx'
import { TableCells as TableCells_dbc3883b2007401b78b49f3748f6617b } from '../../../admin/TableCells.tsx'
import { TableRowLabel as TableRowLabel_64ced2906ffd8abc90d45524b5b1d96a } from '../../../admin/TableRowLabel.tsx'
import { SenderEnquiries as SenderEnquiries_5a5f1d83665eec31dfde0e634bdc867c } from '../../../admin/SenderEnquiries.tsx'
import { SecondFactor as SecondFactor_7fee74159a76b383289a47adb2fd2f41 } from '../../../admin/SecondFactor.tsx'
import { Sessions as Sessions_e595e512bc69861241d7101ccd802e4a } from '../../../admin/Sessions.tsx'
import { UnlockAccount as UnlockAccount_a6b73fd9a5d583f68b32bb4e178b6cc4 } from '../../../admin/UnlockAccount.tsx'
import { OneTimeLink as OneTimeLink_31383a80709508108ca9513f11249cd5 } from '../../../admin/OneTimeLink.tsx'
import { EntryCell as EntryCell_2f72177b381fda8ba0cd046b56dca45b } from '../../../admin/audit/EntryCell.tsx'
import { HistoryLink as HistoryLink_2ca8ed3ad7dfb906d8fd79df0ea2ae1e } from '../../../admin/audit/HistoryLink.tsx'
import { Icon as Icon_f34530b2aa0bd64d20c27f581c071465 } from '../../../admin/Icon.tsx'
import { Logo as Logo_31632a3714af2a4550104a8aa2f6722e } from '../../../admin/Logo.tsx'
import { PasskeySignIn as PasskeySignIn_f9702fbd238cb8a5764731097830842a } from '../../../admin/secondFactor/PasskeySignIn.tsx'
import { InsecureSignIn as InsecureSignIn_5167969799a2bb6378bcc7f9ef79a55d } from '../../../admin/InsecureSignIn.tsx'
import { SignedOutTheme as SignedOutTheme_0ce0d14a3738614169f785dd307bf95f } from '../../../admin/SignedOutTheme.tsx'
import { SessionGuard as SessionGuard_9e2ab5e94a9d0bdb64a022bb0d97f9fd } from '../../../admin/session/SessionGuard.tsx'
import { DrawerGuard as DrawerGuard_0a0aa3f5a236c5d1cae891b949cdc105 } from '../../../admin/forms/DrawerGuard.tsx'
import { FieldNotes as FieldNotes_a399342fb0199fc25ac6e3c25da1575d } from '../../../admin/notes/FieldNotes.tsx'
import { ForgetAtSignOut as ForgetAtSignOut_61704d19dfd5858646e7ed74fe903cb4 } from '../../../admin/journal/ForgetAtSignOut.tsx'
import { ForgotPassword as ForgotPassword_e380fe0375ed8ac55fc157d833b99c40 } from '../../../admin/ForgotPassword.tsx'
import { SetUpFirst as SetUpFirst_17427f2a7766bcc89117f8d0e0b7d4cc } from '../../../admin/secondFactor/SetUpFirst.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/admin/journal/Journal.tsx#Journal": Journal_2dd44bf737c0be11150db1e4d47cafe1,
  "/admin/Suggestions.tsx#Suggestions": Suggestions_d78aa97b7e39dedfe37c3e09a9172271,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "/admin/journal/JournalFeatureClient.tsx#JournalFeatureClient": JournalFeatureClient_ba97ac1baa1ee3d482ca3fb50ea6e497,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/admin/RowLabel.tsx#RowLabel": RowLabel_fd22e04681c1e9cfc3547b445d59afa2,
  "/admin/NotYetPublished.tsx#NotYetPublished": NotYetPublished_d7fb10f8938a88d89d2abb0dbc3e86af,
  "/admin/notes/AddressNote.tsx#AddressNote": AddressNote_7fcbf55f39abf94103e715df659fe1de,
  "/admin/dates/DateField.tsx#DateField": DateField_9a9fcb8a1f9599b444b62371034bea69,
  "/admin/UsedIn.tsx#UsedIn": UsedIn_9841bb7bf04ae14132f43fe3cd9349ab,
  "/admin/merge/ListTime.tsx#ListTime": ListTime_bac8edf1c11fddeab0d815c0bc8ef583,
  "/admin/presence/ListPresence.tsx#ListPresence": ListPresence_ac3cb5aa0398e2c39d70e84d7c2dce6b,
  "/admin/presence/FormPresence.tsx#FormPresence": FormPresence_6c03ec45944c09e1870a3f26584a3fe3,
  "/admin/LiveStatus.tsx#LiveStatus": LiveStatus_cf58cd49660c7af7a30a66b217c2a4f9,
  "/admin/UnsavedWords.tsx#UnsavedWords": UnsavedWords_0d39662635a7510ef6ca4c53d4acf631,
  "/admin/forms/FormWatch.tsx#FormWatch": FormWatch_14ab68ad54b5a7ed137264ecf8f03b2d,
  "/admin/versions/DiscardDraft.tsx#DiscardDraft": DiscardDraft_1ca778ec9d78d8c407876ab9eaf0c4da,
  "/admin/audit/HistoryMenuItem.tsx#HistoryMenuItem": HistoryMenuItem_f0a3aab9521b66dd96bfa4233d7c7f25,
  "/admin/versions/KeepVersion.tsx#KeepVersion": KeepVersion_7fe38fc31f3ca23fa1c74fa0210acfaf,
  "/admin/versions/DraftStatus.tsx#DraftStatus": DraftStatus_2034ca55149b16bb77aee54c67a17844,
  "/admin/VersionView.tsx#VersionView": VersionView_e6a7a70b08433b55312bcf819604d25d,
  "/admin/versions/VersionsView.tsx#VersionsView": VersionsView_ab62b1467a6aba7e62657ff9a157bc0f,
  "/admin/TableCells.tsx#TableCells": TableCells_dbc3883b2007401b78b49f3748f6617b,
  "/admin/TableRowLabel.tsx#TableRowLabel": TableRowLabel_64ced2906ffd8abc90d45524b5b1d96a,
  "/admin/SenderEnquiries.tsx#SenderEnquiries": SenderEnquiries_5a5f1d83665eec31dfde0e634bdc867c,
  "/admin/SecondFactor.tsx#SecondFactor": SecondFactor_7fee74159a76b383289a47adb2fd2f41,
  "/admin/Sessions.tsx#Sessions": Sessions_e595e512bc69861241d7101ccd802e4a,
  "/admin/UnlockAccount.tsx#UnlockAccount": UnlockAccount_a6b73fd9a5d583f68b32bb4e178b6cc4,
  "/admin/OneTimeLink.tsx#OneTimeLink": OneTimeLink_31383a80709508108ca9513f11249cd5,
  "/admin/audit/EntryCell.tsx#EntryCell": EntryCell_2f72177b381fda8ba0cd046b56dca45b,
  "/admin/audit/HistoryLink.tsx#HistoryLink": HistoryLink_2ca8ed3ad7dfb906d8fd79df0ea2ae1e,
  "/admin/Icon.tsx#Icon": Icon_f34530b2aa0bd64d20c27f581c071465,
  "/admin/Logo.tsx#Logo": Logo_31632a3714af2a4550104a8aa2f6722e,
  "/admin/secondFactor/PasskeySignIn.tsx#PasskeySignIn": PasskeySignIn_f9702fbd238cb8a5764731097830842a,
  "/admin/InsecureSignIn.tsx#InsecureSignIn": InsecureSignIn_5167969799a2bb6378bcc7f9ef79a55d,
  "/admin/SignedOutTheme.tsx#SignedOutTheme": SignedOutTheme_0ce0d14a3738614169f785dd307bf95f,
  "/admin/session/SessionGuard.tsx#SessionGuard": SessionGuard_9e2ab5e94a9d0bdb64a022bb0d97f9fd,
  "/admin/forms/DrawerGuard.tsx#DrawerGuard": DrawerGuard_0a0aa3f5a236c5d1cae891b949cdc105,
  "/admin/notes/FieldNotes.tsx#FieldNotes": FieldNotes_a399342fb0199fc25ac6e3c25da1575d,
  "/admin/journal/ForgetAtSignOut.tsx#ForgetAtSignOut": ForgetAtSignOut_61704d19dfd5858646e7ed74fe903cb4,
  "/admin/ForgotPassword.tsx#ForgotPassword": ForgotPassword_e380fe0375ed8ac55fc157d833b99c40,
  "/admin/secondFactor/SetUpFirst.tsx#SetUpFirst": SetUpFirst_17427f2a7766bcc89117f8d0e0b7d4cc,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
