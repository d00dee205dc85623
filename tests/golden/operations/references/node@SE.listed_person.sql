select json_build_object('node', coalesce((
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then json_build_object('$', subject$1."id", '__typename', values$7."v$0", 'id', values$7."v$1", 'kind', values$7."v$2", 'name', values$7."v$3", 'idNumber', values$7."v$4") when subject$1."kind" in ('ENTERPRISE') then json_build_object('$', subject$1."id", '__typename', values$7."v$0", 'id', values$7."v$1", 'kind', values$7."v$2", 'name', values$7."v$3", 'creditCode', values$7."v$5") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", '__typename', values$7."v$0", 'id', values$7."v$1", 'kind', values$7."v$2", 'name', values$7."v$3") end
    from (
      select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", subject$1."name" as "v$3", coalesce($3::text || 's' || encode(subject$1."id_number_sealed", 'hex') || coalesce('.' || encode((
        select key$.key_sealed
        from person_key key$
        where key$.owner_id = subject$1.id), 'hex'), '') || '@', subject$1."id_number_masked") as "v$4", subject$1."credit_code" as "v$5" offset 0) values$7)
  from "subject" subject$1
  where subject$1.id = coalesce((
    select alias$2.current_id
    from subject_alias alias$2
    where alias$2.old_id = $1::uuid), $1::uuid) and subject$1.merged_into is null and ((subject$1."kind" in ('NATURAL_PERSON') and (((subject$1.id = coalesce((
    select alias$3.current_id
    from subject_alias alias$3
    where alias$3.old_id = $2::uuid), $2::uuid))))) or (subject$1."kind" in ('ENTERPRISE') and (((subject$1.id = coalesce((
    select alias$4.current_id
    from subject_alias alias$4
    where alias$4.old_id = $2::uuid), $2::uuid))))) or (subject$1."kind" in ('GOVERNMENT_BODY') and (((subject$1.id = coalesce((
    select alias$5.current_id
    from subject_alias alias$5
    where alias$5.old_id = $2::uuid), $2::uuid))))) or (subject$1."kind" in ('OTHER_ORGANISATION') and (((subject$1.id = coalesce((
    select alias$6.current_id
    from subject_alias alias$6
    where alias$6.old_id = $2::uuid), $2::uuid))))))
  limit 1), (
  select json_build_object('$', licence$8."subject_id", '__typename', 'Licence'::text, 'id', licence$8."id"::text)
  from "licence" licence$8
  where licence$8.id = $1::uuid and (((licence$8.subject_kind <> 'NATURAL_PERSON') and (licence$8.subject_id = coalesce((
    select alias$9.current_id
    from subject_alias alias$9
    where alias$9.old_id = $2::uuid), $2::uuid))) or ((licence$8.subject_kind = 'NATURAL_PERSON') and (licence$8.subject_id = coalesce((
    select alias$10.current_id
    from subject_alias alias$10
    where alias$10.old_id = $2::uuid), $2::uuid))))
  limit 1), (
  select json_build_object('$', penalty$11."subject_id", '__typename', 'Penalty'::text, 'id', penalty$11."id"::text)
  from "penalty" penalty$11
  where penalty$11.id = $1::uuid and (((penalty$11.subject_kind <> 'NATURAL_PERSON') and (penalty$11.subject_id = coalesce((
    select alias$12.current_id
    from subject_alias alias$12
    where alias$12.old_id = $2::uuid), $2::uuid))) or ((penalty$11.subject_kind = 'NATURAL_PERSON') and (penalty$11.subject_id = coalesce((
    select alias$13.current_id
    from subject_alias alias$13
    where alias$13.old_id = $2::uuid), $2::uuid))))
  limit 1), (
  select json_build_object('$', enforcement_case$14."subject_id", '__typename', 'Case'::text, 'id', enforcement_case$14."id"::text)
  from "enforcement_case" enforcement_case$14
  where enforcement_case$14.id = $1::uuid and (((enforcement_case$14.subject_id = coalesce((
    select alias$15.current_id
    from subject_alias alias$15
    where alias$15.old_id = $2::uuid), $2::uuid))))
  limit 1), (
  select json_build_object('$', case_party$16."subject_id", '__typename', 'CaseParty'::text, 'id', case_party$16."id"::text)
  from "case_party" case_party$16
  where case_party$16.id = $1::uuid and (((case_party$16.subject_id = coalesce((
    select alias$17.current_id
    from subject_alias alias$17
    where alias$17.old_id = $2::uuid), $2::uuid))))
  limit 1), (
  select json_build_object('$', terminated_case$18."subject_id", '__typename', 'TerminatedCase'::text, 'id', terminated_case$18."id"::text)
  from "terminated_case" terminated_case$18
  where terminated_case$18.id = $1::uuid and (((terminated_case$18.subject_id = coalesce((
    select alias$19.current_id
    from subject_alias alias$19
    where alias$19.old_id = $2::uuid), $2::uuid))))
  limit 1), (
  select json_build_object('$', performance_certificate$20."subject_id", '__typename', 'PerformanceCertificate'::text, 'id', performance_certificate$20."id"::text)
  from "performance_certificate" performance_certificate$20
  where performance_certificate$20.id = $1::uuid and (((performance_certificate$20.subject_id = coalesce((
    select alias$21.current_id
    from subject_alias alias$21
    where alias$21.old_id = $2::uuid), $2::uuid))))
  limit 1), (
  select json_build_object('$', honest_listing$22."subject_id", '__typename', 'HonestListEntry'::text, 'id', honest_listing$22."id"::text)
  from "honest_listing" honest_listing$22
  where honest_listing$22.id = $1::uuid and (((honest_listing$22.subject_kind <> 'NATURAL_PERSON') and (honest_listing$22.subject_id = coalesce((
    select alias$23.current_id
    from subject_alias alias$23
    where alias$23.old_id = $2::uuid), $2::uuid))) or ((honest_listing$22.subject_kind = 'NATURAL_PERSON') and (honest_listing$22.subject_id = coalesce((
    select alias$24.current_id
    from subject_alias alias$24
    where alias$24.old_id = $2::uuid), $2::uuid))))
  limit 1), (
  select json_build_object('$', listing$25."subject_id", '__typename', case when listing$25."kind" in ('SX') then 'DishonestDebtorListing' when listing$25."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$25."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end, 'id', listing$25."id"::text, 'state', listing$25."state", 'publishedOn', listing$25."published_on")
  from "listing" listing$25
  where listing$25.id = $1::uuid and ((listing$25."kind" in ('SX') and (((listing$25.state = 'PUBLISHED' and (listing$25.term_ends_on is null or listing$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$25.subject_id = coalesce((
    select alias$26.current_id
    from subject_alias alias$26
    where alias$26.old_id = $2::uuid), $2::uuid))) or ((listing$25.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$25.subject_id = coalesce((
    select alias$27.current_id
    from subject_alias alias$27
    where alias$27.old_id = $2::uuid), $2::uuid))) or (((listing$25.state in ('REMOVED', 'REVOKED') or (listing$25.state = 'PUBLISHED' and not (listing$25.state = 'PUBLISHED' and (listing$25.term_ends_on is null or listing$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$25.subject_id = coalesce((
    select alias$28.current_id
    from subject_alias alias$28
    where alias$28.old_id = $2::uuid), $2::uuid))))) or (listing$25."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$25.state = 'PUBLISHED' and (listing$25.term_ends_on is null or listing$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$25.subject_id = coalesce((
    select alias$29.current_id
    from subject_alias alias$29
    where alias$29.old_id = $2::uuid), $2::uuid))) or ((listing$25.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$25.subject_id = coalesce((
    select alias$30.current_id
    from subject_alias alias$30
    where alias$30.old_id = $2::uuid), $2::uuid))) or (((listing$25.state in ('REMOVED', 'REVOKED') or (listing$25.state = 'PUBLISHED' and not (listing$25.state = 'PUBLISHED' and (listing$25.term_ends_on is null or listing$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$25.subject_id = coalesce((
    select alias$31.current_id
    from subject_alias alias$31
    where alias$31.old_id = $2::uuid), $2::uuid))))) or (listing$25."kind" in ('SERIOUS_DISHONESTY') and (((listing$25.state = 'PUBLISHED' and (listing$25.term_ends_on is null or listing$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$25.subject_id = coalesce((
    select alias$32.current_id
    from subject_alias alias$32
    where alias$32.old_id = $2::uuid), $2::uuid))) or ((listing$25.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$25.subject_id = coalesce((
    select alias$33.current_id
    from subject_alias alias$33
    where alias$33.old_id = $2::uuid), $2::uuid))) or (((listing$25.state in ('REMOVED', 'REVOKED') or (listing$25.state = 'PUBLISHED' and not (listing$25.state = 'PUBLISHED' and (listing$25.term_ends_on is null or listing$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$25.subject_id = coalesce((
    select alias$34.current_id
    from subject_alias alias$34
    where alias$34.old_id = $2::uuid), $2::uuid))))))
  limit 1), (
  select json_build_object('$', former_name$35."subject_id", '__typename', 'FormerName'::text, 'id', former_name$35."id"::text)
  from "former_name" former_name$35
  where former_name$35.id = $1::uuid and (((former_name$35.subject_kind <> 'NATURAL_PERSON') and (former_name$35.subject_id = coalesce((
    select alias$36.current_id
    from subject_alias alias$36
    where alias$36.old_id = $2::uuid), $2::uuid))) or ((former_name$35.subject_kind = 'NATURAL_PERSON') and (former_name$35.subject_id = coalesce((
    select alias$37.current_id
    from subject_alias alias$37
    where alias$37.old_id = $2::uuid), $2::uuid))))
  limit 1), (
  select json_build_object('$', responsible_person$38."subject_id", '__typename', 'ResponsiblePerson'::text, 'id', responsible_person$38."id"::text)
  from "responsible_person" responsible_person$38
  where responsible_person$38.id = $1::uuid and (((exists (
    select
    from listing rule$39
    where rule$39.subject_id = responsible_person$38.subject_id and rule$39.case_number = responsible_person$38.case_number and rule$39.kind = 'SX' and rule$39.state = 'PUBLISHED' and (rule$39.term_ends_on is null or rule$39.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) and (responsible_person$38.subject_id = coalesce((
    select alias$40.current_id
    from subject_alias alias$40
    where alias$40.old_id = $2::uuid), $2::uuid))) or ((not exists (
    select
    from listing rule$41
    where rule$41.subject_id = responsible_person$38.subject_id and rule$41.case_number = responsible_person$38.case_number and rule$41.kind = 'SX' and rule$41.state = 'PUBLISHED' and (rule$41.term_ends_on is null or rule$41.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and exists (
    select
    from listing rule$42
    where rule$42.subject_id = responsible_person$38.subject_id and rule$42.case_number = responsible_person$38.case_number and rule$42.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and (responsible_person$38.subject_id = coalesce((
    select alias$43.current_id
    from subject_alias alias$43
    where alias$43.old_id = $2::uuid), $2::uuid))) or ((not exists (
    select
    from listing rule$44
    where rule$44.subject_id = responsible_person$38.subject_id and rule$44.case_number = responsible_person$38.case_number and rule$44.kind = 'SX' and rule$44.state = 'PUBLISHED' and (rule$44.term_ends_on is null or rule$44.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and not exists (
    select
    from listing rule$45
    where rule$45.subject_id = responsible_person$38.subject_id and rule$45.case_number = responsible_person$38.case_number and rule$45.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and (responsible_person$38.subject_id = coalesce((
    select alias$46.current_id
    from subject_alias alias$46
    where alias$46.old_id = $2::uuid), $2::uuid))))
  limit 1), (
  select json_build_object('__typename', 'Agency'::text, 'id', agency$47."id"::text)
  from "agency" agency$47
  where agency$47.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Area'::text, 'id', area$48."id"::text)
  from "area" area$48
  where area$48.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Court'::text, 'id', court$49."id"::text)
  from "court" court$49
  where court$49.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Measure'::text, 'id', measure$50."id"::text)
  from "measure" measure$50
  where measure$50.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Screening'::text, 'id', screening$51."id"::text)
  from "screening" screening$51
  where screening$51.id = $1::uuid and (((false)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningItem'::text, 'id', screening_item$52."id"::text)
  from "screening_item" screening_item$52
  where screening_item$52.id = $1::uuid and (((false)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningHit'::text, 'id', screening_hit$53."id"::text)
  from "screening_hit" screening_hit$53
  where screening_hit$53.id = $1::uuid and (((screening_hit$53.subject_id = coalesce((
    select alias$58.current_id
    from subject_alias alias$58
    where alias$58.old_id = $2::uuid), $2::uuid) and not exists (
    select
    from screening_hit rule$55 join screening_item rule$56 on rule$56.id = rule$55.item_id join screening rule$57 on rule$57.id = rule$56.screening_id join access_seal rule$54 on rule$54.agency_code = rule$57.agency_code and rule$54.matter = rule$57.matter
    where rule$55.id = screening_hit$53.id and rule$54.sealed_until > now() and rule$54.released_at is null))))
  limit 1), (
  select json_build_object('__typename', 'Instruction'::text, 'id', screening_instruction$59."id"::text)
  from "screening_instruction" screening_instruction$59
  where screening_instruction$59.id = $1::uuid and (((screening_instruction$59.subject_id = coalesce((
    select alias$64.current_id
    from subject_alias alias$64
    where alias$64.old_id = $2::uuid), $2::uuid) and not exists (
    select
    from screening_hit rule$61 join screening_item rule$62 on rule$62.id = rule$61.item_id join screening rule$63 on rule$63.id = rule$62.screening_id join access_seal rule$60 on rule$60.agency_code = rule$63.agency_code and rule$60.matter = rule$63.matter
    where rule$61.id = screening_instruction$59.hit_id and rule$60.sealed_until > now() and rule$60.released_at is null))))
  limit 1), (
  select json_build_object('__typename', 'Feedback'::text, 'id', feedback$65."id"::text)
  from "feedback" feedback$65
  where feedback$65.id = $1::uuid and (((feedback$65.subject_id = coalesce((
    select alias$70.current_id
    from subject_alias alias$70
    where alias$70.old_id = $2::uuid), $2::uuid) and not exists (
    select
    from screening_hit rule$67 join screening_item rule$68 on rule$68.id = rule$67.item_id join screening rule$69 on rule$69.id = rule$68.screening_id join access_seal rule$66 on rule$66.agency_code = rule$69.agency_code and rule$66.matter = rule$69.matter
    where rule$67.id = feedback$65.hit_id and rule$66.sealed_until > now() and rule$66.released_at is null))))
  limit 1), (
  select json_build_object('__typename', 'WorkDay'::text, 'id', work_day$71."id"::text)
  from "work_day" work_day$71
  where work_day$71.id = $1::uuid
  limit 1)))
