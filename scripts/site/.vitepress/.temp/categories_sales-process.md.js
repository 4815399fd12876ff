import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"销售过程管理","description":"商机、线索和线索公海。","frontmatter":{"title":"销售过程管理","description":"商机、线索和线索公海。","layout":"category","view":{"title":"销售过程管理","description":"商机、线索和线索公海。","operations":[{"id":"contactList","title":"获取线索客户列表","method":"POST","path":"/open-api/contact/list","call":"contact.list"},{"id":"leadsBatchImport","title":"批量导入线索","method":"POST","path":"/open-api/leads/batch_import","call":"leads.batchImport"},{"id":"leadsReceive","title":"员工单条/批量领取线索","method":"POST","path":"/open-api/leads/receive","call":"leads.receive"},{"id":"leadsUpdate","title":"修改线索","method":"POST","path":"/open-api/leads/update","call":"leads.update"},{"id":"opportunityList","title":"获取商机列表","method":"GET","path":"/open-api/opportunity/list","call":"opportunity.list"},{"id":"opportunityOne","title":"获取商机详情","method":"GET","path":"/open-api/opportunity/one","call":"opportunity.one"},{"id":"seaList","title":"获取线索公海列表","method":"GET","path":"/open-api/sea/list","call":"sea.list"}]}},"headers":[],"relativePath":"categories/sales-process.md","filePath":"categories/sales-process.md"}');
const _sfc_main = { name: "categories/sales-process.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/sales-process.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const salesProcess = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  salesProcess as default
};
