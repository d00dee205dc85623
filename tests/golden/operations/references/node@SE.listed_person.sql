select json_build_object('node', coalesce((
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then json_build_object('$', subject$1."id", '__typename', values$2."v$0", 'id', values$2."v$1", 'kind', values$2."v$2", 'name', values$2."v$3", 'idNumber', values$2."v$4") when subject$1."kind" in ('ENTERPRISE') then json_build_object('$', subject$1."id", '__typename', values$2."v$0", 'id', values$2."v$1", 'kind', values$2."v$2", 'name', values$2."v$3", 'creditCode', values$2."v$5") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", '__typename', values$2."v$0", 'id', values$2."v$1", 'kind', values$2."v$2", 'name', values$2."v$3") end
    from (
      select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", subject$1."name" as "v$3", coalesce($3::text || 's' || encode(subject$1."id_number_sealed", 'hex') || coalesce('.' || encode((
        select key$.key_sealed
        from person_key key$
        where key$.owner_id = subject$1.id), 'hex'), '') || '@', subject$1."id_number_masked") as "v$4", subject$1."credit_code" as "v$5" offset 0) values$2)
  from "subject" subject$1
  where subject$1.id = $1::uuid and (((subject$1.id = $2::uuid)))
  limit 1), (
  select json_build_object('$', licence$3."subject_id", '__typename', 'Licence'::text, 'id', licence$3."id"::text)
  from "licence" licence$3
  where licence$3.id = $1::uuid and (((licence$3.subject_kind <> 'NATURAL_PERSON') and (licence$3.subject_id = $2::uuid)) or ((licence$3.subject_kind = 'NATURAL_PERSON') and (licence$3.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('$', penalty$4."subject_id", '__typename', 'Penalty'::text, 'id', penalty$4."id"::text)
  from "penalty" penalty$4
  where penalty$4.id = $1::uuid and (((penalty$4.subject_kind <> 'NATURAL_PERSON') and (penalty$4.subject_id = $2::uuid)) or ((penalty$4.subject_kind = 'NATURAL_PERSON') and (penalty$4.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('$', enforcement_case$5."subject_id", '__typename', 'Case'::text, 'id', enforcement_case$5."id"::text)
  from "enforcement_case" enforcement_case$5
  where enforcement_case$5.id = $1::uuid and (((enforcement_case$5.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('$', case_party$6."subject_id", '__typename', 'CaseParty'::text, 'id', case_party$6."id"::text)
  from "case_party" case_party$6
  where case_party$6.id = $1::uuid and (((case_party$6.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('$', terminated_case$7."subject_id", '__typename', 'TerminatedCase'::text, 'id', terminated_case$7."id"::text)
  from "terminated_case" terminated_case$7
  where terminated_case$7.id = $1::uuid and (((terminated_case$7.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('$', performance_certificate$8."subject_id", '__typename', 'PerformanceCertificate'::text, 'id', performance_certificate$8."id"::text)
  from "performance_certificate" performance_certificate$8
  where performance_certificate$8.id = $1::uuid and (((performance_certificate$8.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('$', honest_listing$9."subject_id", '__typename', 'HonestListEntry'::text, 'id', honest_listing$9."id"::text)
  from "honest_listing" honest_listing$9
  where honest_listing$9.id = $1::uuid and (((honest_listing$9.subject_kind <> 'NATURAL_PERSON') and (honest_listing$9.subject_id = $2::uuid)) or ((honest_listing$9.subject_kind = 'NATURAL_PERSON') and (honest_listing$9.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('$', listing$10."subject_id", '__typename', case when listing$10."kind" in ('SX') then 'DishonestDebtorListing' when listing$10."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$10."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end, 'id', listing$10."id"::text, 'state', listing$10."state", 'publishedOn', listing$10."published_on")
  from "listing" listing$10
  where listing$10.id = $1::uuid and (((listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$10.subject_id = $2::uuid)) or ((listing$10.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$10.subject_id = $2::uuid)) or (((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$10.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('$', former_name$11."subject_id", '__typename', 'FormerName'::text, 'id', former_name$11."id"::text)
  from "former_name" former_name$11
  where former_name$11.id = $1::uuid and (((former_name$11.subject_kind <> 'NATURAL_PERSON') and (former_name$11.subject_id = $2::uuid)) or ((former_name$11.subject_kind = 'NATURAL_PERSON') and (former_name$11.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('$', responsible_person$12."subject_id", '__typename', 'ResponsiblePerson'::text, 'id', responsible_person$12."id"::text)
  from "responsible_person" responsible_person$12
  where responsible_person$12.id = $1::uuid and (((exists (
    select
    from listing rule$13
    where rule$13.subject_id = responsible_person$12.subject_id and rule$13.case_number = responsible_person$12.case_number and rule$13.kind = 'SX' and rule$13.state = 'PUBLISHED' and (rule$13.term_ends_on is null or rule$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) and (responsible_person$12.subject_id = $2::uuid)) or ((not exists (
    select
    from listing rule$14
    where rule$14.subject_id = responsible_person$12.subject_id and rule$14.case_number = responsible_person$12.case_number and rule$14.kind = 'SX' and rule$14.state = 'PUBLISHED' and (rule$14.term_ends_on is null or rule$14.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and exists (
    select
    from listing rule$15
    where rule$15.subject_id = responsible_person$12.subject_id and rule$15.case_number = responsible_person$12.case_number and rule$15.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and (responsible_person$12.subject_id = $2::uuid)) or ((not exists (
    select
    from listing rule$16
    where rule$16.subject_id = responsible_person$12.subject_id and rule$16.case_number = responsible_person$12.case_number and rule$16.kind = 'SX' and rule$16.state = 'PUBLISHED' and (rule$16.term_ends_on is null or rule$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and not exists (
    select
    from listing rule$17
    where rule$17.subject_id = responsible_person$12.subject_id and rule$17.case_number = responsible_person$12.case_number and rule$17.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and (responsible_person$12.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('__typename', 'Agency'::text, 'id', agency$18."id"::text)
  from "agency" agency$18
  where agency$18.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Area'::text, 'id', area$19."id"::text)
  from "area" area$19
  where area$19.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Court'::text, 'id', court$20."id"::text)
  from "court" court$20
  where court$20.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Measure'::text, 'id', measure$21."id"::text)
  from "measure" measure$21
  where measure$21.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Screening'::text, 'id', screening$22."id"::text)
  from "screening" screening$22
  where screening$22.id = $1::uuid and (((false)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningItem'::text, 'id', screening_item$23."id"::text)
  from "screening_item" screening_item$23
  where screening_item$23.id = $1::uuid and (((false)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningHit'::text, 'id', screening_hit$24."id"::text)
  from "screening_hit" screening_hit$24
  where screening_hit$24.id = $1::uuid and (((screening_hit$24.subject_id = $2::uuid and not exists (
    select
    from screening_hit rule$26 join screening_item rule$27 on rule$27.id = rule$26.item_id join screening rule$28 on rule$28.id = rule$27.screening_id join access_seal rule$25 on rule$25.agency_code = rule$28.agency_code and rule$25.matter = rule$28.matter
    where rule$26.id = screening_hit$24.id and rule$25.sealed_until > now() and rule$25.released_at is null))))
  limit 1), (
  select json_build_object('__typename', 'Instruction'::text, 'id', screening_instruction$29."id"::text)
  from "screening_instruction" screening_instruction$29
  where screening_instruction$29.id = $1::uuid and (((screening_instruction$29.subject_id = $2::uuid and not exists (
    select
    from screening_hit rule$31 join screening_item rule$32 on rule$32.id = rule$31.item_id join screening rule$33 on rule$33.id = rule$32.screening_id join access_seal rule$30 on rule$30.agency_code = rule$33.agency_code and rule$30.matter = rule$33.matter
    where rule$31.id = screening_instruction$29.hit_id and rule$30.sealed_until > now() and rule$30.released_at is null))))
  limit 1), (
  select json_build_object('__typename', 'Feedback'::text, 'id', feedback$34."id"::text)
  from "feedback" feedback$34
  where feedback$34.id = $1::uuid and (((feedback$34.subject_id = $2::uuid and not exists (
    select
    from screening_hit rule$36 join screening_item rule$37 on rule$37.id = rule$36.item_id join screening rule$38 on rule$38.id = rule$37.screening_id join access_seal rule$35 on rule$35.agency_code = rule$38.agency_code and rule$35.matter = rule$38.matter
    where rule$36.id = feedback$34.hit_id and rule$35.sealed_until > now() and rule$35.released_at is null))))
  limit 1), (
  select json_build_object('__typename', 'WorkDay'::text, 'id', work_day$39."id"::text)
  from "work_day" work_day$39
  where work_day$39.id = $1::uuid
  limit 1)))
