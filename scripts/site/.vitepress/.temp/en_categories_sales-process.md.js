import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Sales process","description":"Opportunities (deals), leads and the public pools of leads.","frontmatter":{"title":"Sales process","description":"Opportunities (deals), leads and the public pools of leads.","layout":"category","view":{"title":"Sales process","description":"Opportunities (deals), leads and the public pools of leads.","operations":[{"id":"contactList","title":"List lead customers","method":"POST","path":"/open-api/contact/list","call":"contact.list"},{"id":"leadsBatchImport","title":"Import leads into a public pool","method":"POST","path":"/open-api/leads/batch_import","call":"leads.batchImport"},{"id":"leadsReceive","title":"Claim leads for an employee","method":"POST","path":"/open-api/leads/receive","call":"leads.receive"},{"id":"leadsUpdate","title":"Change a lead","method":"POST","path":"/open-api/leads/update","call":"leads.update"},{"id":"opportunityList","title":"List opportunities","method":"GET","path":"/open-api/opportunity/list","call":"opportunity.list"},{"id":"opportunityOne","title":"Get one opportunity","method":"GET","path":"/open-api/opportunity/one","call":"opportunity.one"},{"id":"seaList","title":"List the public pools of leads","method":"GET","path":"/open-api/sea/list","call":"sea.list"}]}},"headers":[],"relativePath":"en/categories/sales-process.md","filePath":"en/categories/sales-process.md"}');
const _sfc_main = { name: "en/categories/sales-process.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/sales-process.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const salesProcess = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  salesProcess as default
};
